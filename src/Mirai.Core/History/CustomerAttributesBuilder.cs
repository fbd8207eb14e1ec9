using System.Runtime.InteropServices;

namespace Mirai.History;

/// <summary>Collects <see cref="CustomerAttributes"/> row by row, in any order.</summary>
public sealed class CustomerAttributesBuilder
{
    private readonly Dictionary<string, int> _customers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private long _rowsWithoutCustomer;

    /// <summary>Makes an attribute known, even if no customer has a text for it: a file's header names it.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public void AddName(string name) => ColumnOf(name);

    /// <summary>Adds a customer's text.</summary>
    /// <param name="customer">The key; an empty one is counted as a row about nobody.</param>
    /// <param name="name">The attribute.</param>
    /// <param name="text">The text; <see langword="null"/> or empty says nothing.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public void Add(string? customer, string name, string? text)
    {
        var column = ColumnOf(name);
        if (TryFindCustomer(customer, out var number)) column.Add(number, text);
    }

    /// <summary>Adds all that one row says about a customer.</summary>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public void Add(string? customer, IReadOnlyDictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var known = TryFindCustomer(customer, out var number);
        foreach (var (name, text) in texts)
        {
            var column = ColumnOf(name);
            if (known) column.Add(number, text);
        }
    }

    /// <summary>The attributes of all rows. The builder must not be used afterwards.</summary>
    public CustomerAttributes Build()
    {
        var keys = new string[_customers.Count];
        foreach (var (key, number) in _customers) keys[number] = key;
        var contradictions = _columns.Values
            .SelectMany(column => column.Contradictions(keys))
            .OrderBy(contradiction => contradiction.Customer, StringComparer.Ordinal)
            .ThenBy(contradiction => contradiction.Name, StringComparer.Ordinal)
            .ToList();
        var columns = _columns.Values.OrderBy(column => column.Name, StringComparer.Ordinal).Select(column => column.Build(keys.Length)).ToArray();
        return new CustomerAttributes(_customers, columns, contradictions, _rowsWithoutCustomer);
    }

    private Column ColumnOf(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_columns.TryGetValue(name, out var column)) _columns.Add(name, column = new Column(name));
        return column;
    }

    private bool TryFindCustomer(string? customer, out int number)
    {
        var key = customer?.Trim(' ', '\t') ?? "";
        number = -1;
        if (key.Length == 0)
        {
            _rowsWithoutCustomer++;
            return false;
        }

        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_customers, key, out var known);
        if (!known) place = _customers.Count - 1;
        number = place;
        return true;
    }

    /// <summary>An attribute while it grows: codes in order of appearance, and every customer with more than one text.</summary>
    private sealed class Column(string name)
    {
        private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
        private readonly List<string> _texts = [];
        private readonly List<int> _codeByCustomer = [];
        private readonly Dictionary<int, SortedSet<string>> _contradicted = [];

        public string Name => name;

        public void Add(int customer, string? text)
        {
            var value = text?.Trim(' ', '\t') ?? "";
            if (value.Length == 0) return;
            if (!_codes.TryGetValue(value, out var code))
            {
                code = _texts.Count;
                _codes.Add(value, code);
                _texts.Add(value);
            }

            while (_codeByCustomer.Count <= customer) _codeByCustomer.Add(-1);
            var before = _codeByCustomer[customer];
            if (before < 0) _codeByCustomer[customer] = code;
            else if (before != code) Contradict(customer, _texts[before], value);
        }

        public IEnumerable<AttributeContradiction> Contradictions(string[] keys) => _contradicted.Select(
            pair => new AttributeContradiction(keys[pair.Key], name, pair.Value.Min!, [.. pair.Value.Skip(1)]));

        public AttributeColumn Build(int customers)
        {
            foreach (var (customer, texts) in _contradicted) _codeByCustomer[customer] = _codes[texts.Min!];
            var used = new bool[_texts.Count];
            foreach (var code in _codeByCustomer)
            {
                if (code >= 0) used[code] = true;
            }

            var values = _texts.Where((_, code) => used[code]).Order(StringComparer.Ordinal).ToArray();
            var places = new int[_texts.Count];
            for (var place = 0; place < values.Length; place++) places[_codes[values[place]]] = place;
            var codes = new int[customers];
            Array.Fill(codes, -1);
            for (var customer = 0; customer < _codeByCustomer.Count; customer++)
            {
                var code = _codeByCustomer[customer];
                if (code >= 0) codes[customer] = places[code];
            }

            return new AttributeColumn(name, values, codes);
        }

        private void Contradict(int customer, string first, string second)
        {
            if (!_contradicted.TryGetValue(customer, out var texts))
            {
                texts = new SortedSet<string>(StringComparer.Ordinal) { first };
                _contradicted.Add(customer, texts);
            }

            texts.Add(second);
        }
    }
}

using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Mirai.Repository.Tests;

/// <summary>One type that uses another of the same assembly, both as their outermost types.</summary>
internal readonly record struct TypeUse(string FromNamespace, string From, string ToNamespace, string To);

/// <summary>Reads which types of a compiled assembly use which others of it: in signatures, attributes and instructions.</summary>
internal static class AssemblyReferences
{
    /// <summary>Every use of a type outside the using type, once.</summary>
    public static IReadOnlyCollection<TypeUse> Read(string assemblyPath)
    {
        using var module = ModuleDefinition.ReadModule(assemblyPath);
        var uses = new HashSet<TypeUse>();
        foreach (var type in module.GetTypes())
        {
            var from = Outermost(type);
            foreach (var used in UsedBy(type).SelectMany(Parts).Where(part => part.Scope == module))
            {
                var to = Outermost(used);
                if (!string.Equals(to.FullName, from.FullName, StringComparison.Ordinal)) uses.Add(new TypeUse(from.Namespace, from.Name, to.Namespace, to.Name));
            }
        }

        return uses;
    }

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. InGenerics(type),
        .. InAttributes(type),
        .. type.Fields.SelectMany(field => InAttributes(field).Append(field.FieldType)),
        .. type.Properties.SelectMany(property => InAttributes(property).Append(property.PropertyType)),
        .. type.Events.SelectMany(raised => InAttributes(raised).Append(raised.EventType)),
        .. type.Methods.SelectMany(InMethod),
    ];

    private static IEnumerable<TypeReference?> InMethod(MethodDefinition method) =>
    [
        .. InSignature(method),
        .. InGenerics(method),
        .. InAttributes(method),
        .. method.Parameters.SelectMany(InAttributes),
        .. method.Overrides.Select(overridden => overridden.DeclaringType),
        .. method.HasBody ? InBody(method.Body) : [],
    ];

    private static IEnumerable<TypeReference?> InBody(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(InOperand),
    ];

    private static IEnumerable<TypeReference?> InOperand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments, .. InSignature(method.ElementMethod)],
        MethodReference method => [method.DeclaringType, .. InSignature(method)],
        CallSite call => InSignature(call),
        _ => [],
    };

    private static IEnumerable<TypeReference?> InSignature(IMethodSignature method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference?> InGenerics(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference?> InAttributes(ICustomAttributeProvider provider) => provider.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Select(argument => argument.Value)
            .Concat(attribute.Properties.Select(property => property.Argument.Value))
            .OfType<TypeReference>()
            .Append(attribute.AttributeType));

    /// <summary>The named types that a type is made of: <c>Dictionary&lt;A, B[]&gt;</c> holds a dictionary, A and B.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        FunctionPointerType pointer => InSignature(pointer).SelectMany(Parts),
        IModifierType modified => Parts(modified.ElementType).Concat(Parts(modified.ModifierType)),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is not null) type = type.DeclaringType;
        return type;
    }
}

// What the reader does: language, colours, filters, print.
(function () {
  const models = JSON.parse(document.getElementById('charts').textContent);
  const drawn = new Map();
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const print = matchMedia('print');

  function draw(place) {
    const chart = drawn.get(place);
    const model = models[Number(place.dataset.chart)];
    const font = getComputedStyle(document.body).fontFamily;
    chart.setOption({ animation: false, textStyle: { fontFamily: font }, ...kinds[model.kind](model, chart) }, { notMerge: true });
  }

  function redraw() {
    for (const place of drawn.keys()) draw(place);
  }

  function begin(place) {
    if (drawn.has(place) || place.clientWidth === 0) return;
    drawn.set(place, echarts.init(place, null, { renderer: 'svg' }));
    draw(place);
  }

  function beginAll() {
    document.querySelectorAll('.chart').forEach(begin);
  }

  function changeLanguage() {
    page.root.lang = page.language;
    const title = document.querySelector('title');
    document.title = title.dataset[page.language];
    redraw();
  }

  /** Keeps what matches: the texts of both languages are searched. */
  function filter(form, items, matches, note) {
    const apply = () => {
      const words = form.elements.text.value.trim().toLowerCase().split(/\s+/).filter(word => word !== '');
      let kept = 0;
      for (const item of items) {
        const text = item.textContent.toLowerCase();
        const isKept = words.every(word => text.includes(word)) && matches(item);
        item.hidden = !isKept;
        if (isKept) kept++;
      }
      note.hidden = kept > 0;
    };
    form.addEventListener('input', apply);
    form.addEventListener('submit', event => event.preventDefault());
  }

  function filters() {
    const warnings = document.getElementById('warning-filter');
    if (warnings) {
      const chosen = item => warnings.querySelector(`input[value="${item.dataset.level}"]`).checked;
      filter(warnings, document.querySelectorAll('.warning-list > details'), chosen, document.getElementById('no-warning'));
    }
    filter(document.getElementById('definition-filter'), document.querySelectorAll('.definition'), () => true, document.getElementById('no-definition'));
  }

  /** A link to a warning or section opens what it leads to. */
  function follow() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) target.open = true;
  }

  /** Paper shows everything that can be opened, but for the tables that say what the charts say. */
  const opened = [];
  function paper(isPaper) {
    if (isPaper) {
      for (const item of document.querySelectorAll('main details:not(.data)')) {
        if (item.open) continue;
        item.open = true;
        opened.push(item);
      }
      beginAll();
    } else {
      for (const item of opened.splice(0)) item.open = false;
    }
    resize();
    redraw();
  }

  function resize() {
    for (const chart of drawn.values()) chart.resize();
  }

  page.root.classList.add('js');
  document.querySelectorAll('input[name=language]').forEach(input => input.addEventListener('change', changeLanguage));
  document.querySelectorAll('input[name=theme]').forEach(input => input.addEventListener('change', redraw));
  dark.addEventListener('change', redraw);
  print.addEventListener('change', event => paper(event.matches));
  addEventListener('beforeprint', () => paper(true));
  addEventListener('afterprint', () => paper(false));
  addEventListener('hashchange', follow);
  filters();
  follow();
  const contents = document.querySelector('nav.contents details');
  const wide = matchMedia('(min-width: 75rem)');
  const unfold = () => { contents.open = wide.matches; };
  wide.addEventListener('change', unfold);
  unfold();

  // Charts are drawn when they come near the window: a phone need not draw twenty at once.
  const seen = new IntersectionObserver(entries => {
    for (const entry of entries) if (entry.isIntersecting) begin(entry.target);
  }, { rootMargin: '600px' });
  document.querySelectorAll('.chart').forEach(place => seen.observe(place));
  const sizes = new ResizeObserver(entries => {
    for (const { target } of entries) {
      if (!drawn.has(target) || drawn.get(target).getWidth() === target.clientWidth) continue;
      drawn.get(target).resize();
      draw(target);
    }
  });
  document.querySelectorAll('.chart').forEach(place => sizes.observe(place));
})();

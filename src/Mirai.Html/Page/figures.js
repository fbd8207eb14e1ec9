'use strict';

// Words and figures of the charts, in the language and the colours of the page.
const page = {
  root: document.documentElement,

  get language() {
    return document.getElementById('language-ja').checked ? 'ja' : 'en';
  },

  /** A text is a string, or a pair of English and Japanese. */
  text(text) {
    return Array.isArray(text) ? text[page.language === 'ja' ? 1 : 0] : text;
  },

  /** A colour of the style sheet as it is now: the browser works out which of light and dark holds. */
  colour(name) {
    page.probe ??= document.body.appendChild(document.createElement('i'));
    page.probe.hidden = true;
    page.probe.style.color = `var(--${name})`;
    return getComputedStyle(page.probe).color;
  },

  /** A value as the tables write it. */
  figure(value, unit) {
    if (value === null || value === undefined) return '-';
    const shown = unit.kind === 'percent' ? value * 100 : value;
    const digits = Math.abs(shown).toLocaleString('en-US', { minimumFractionDigits: unit.decimals, maximumFractionDigits: unit.decimals });
    const sign = shown < 0 && /[1-9]/.test(digits) ? '-' : '';
    return sign + page.text(unit.pattern).replace('{0}', digits);
  },

  /** A value on an axis: short. */
  tick(value, unit) {
    if (unit.kind === 'percent') return page.text(unit.pattern).replace('{0}', String(Math.round(value * 1000) / 10));
    const short = new Intl.NumberFormat(page.language, { notation: 'compact', maximumFractionDigits: 1 }).format(Math.abs(value));
    return (value < 0 ? '-' : '') + (unit.kind === 'money' ? page.text(unit.pattern).replace('{0}', short) : short);
  },
};

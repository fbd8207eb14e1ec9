// Draws the charts: each kind turns the figures of a chart into what the chart library takes.
const kinds = {
  series(chart, drawing) {
    const places = chart.places.map(page.text);
    const values = chart.axes.map((unit, place) => valueAxis(unit, place, chart));
    const names = { type: 'category', data: places, ...axisStyle(), axisTick: { show: false }, splitLine: { show: false } };
    if (chart.lying) names.inverse = true;
    // Days are long: the axis writes their month.
    else names.axisLabel = { ...names.axisLabel, formatter: name => (/^\d{4}-\d\d-\d\d$/.test(name) ? name.slice(0, 7) : name) };
    const bands = chart.bands.flatMap(band => (band.colour === 'whisker' ? whiskers(band) : bandLines(band, chart.axes[0])));
    const shown = [...chart.series.map(series => ({ name: page.text(series.name), icon: series.shape === 'bar' ? 'roundRect' : undefined })),
      ...chart.bands.filter(band => band.colour !== 'whisker').map(band => ({ name: page.text(band.name), icon: 'roundRect' }))];
    // A legend of several lines on a narrow page needs its height.
    const head = shown.length < 2 ? 14 : 16 + 22 * legendLines(shown, drawing.getWidth());
    if (chart.split) return split(chart, names, values, shown, head);
    return {
      grid: { left: chart.lying ? 14 : 8, right: 16, top: head, bottom: 8, containLabel: true },
      legend: { show: shown.length > 1, data: shown, ...legendStyle() },
      tooltip: { trigger: 'axis', axisPointer: { type: chart.lying ? 'shadow' : 'line' }, ...tipStyle(), formatter: points => seriesTip(chart, points[0].dataIndex) },
      xAxis: chart.lying ? values[0] : names,
      yAxis: chart.lying ? names : values,
      series: [...bands, ...chart.series.map((series, place) => oneSeries(series, chart, place === 0))],
    };
  },

  heat(chart) {
    const cells = chart.rows.flatMap((row, up) => row.shares.flatMap((share, across) => (share === null || across === 0 ? [] : [[across - 1, up, share]])));
    return {
      grid: { left: 8, right: 8, top: 24, bottom: 30, containLabel: true },
      tooltip: {
        ...tipStyle(),
        formatter: point => {
          const row = chart.rows[point.value[1]];
          return `${row.label}  ${page.text(chart.sizeName)}: ${row.size.toLocaleString('en-US')}\n`
            + `${page.text(chart.columnName)}: ${point.value[0] + 1}\n${page.figure(point.value[2], chart.unit)}`;
        },
      },
      xAxis: { type: 'category', position: 'top', data: Array.from({ length: Math.max(1, chart.columns - 1) }, (_, at) => String(at + 1)), ...axisStyle(), axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } },
      yAxis: { type: 'category', inverse: true, data: chart.rows.map(row => row.label), ...axisStyle(), axisLine: { show: false }, axisTick: { show: false } },
      visualMap: {
        type: 'continuous', orient: 'horizontal', right: 0, bottom: 0, itemWidth: 10, itemHeight: 90, min: 0, max: chart.most, calculable: false, hoverLink: false,
        text: [page.figure(chart.most, chart.unit), page.figure(0, chart.unit)], textStyle: { color: page.colour('muted') },         inRange: { color: [page.colour('heat0'), page.colour('heat1'), page.colour('heat2')] },
      },
      series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: page.colour('paper'), borderWidth: 1 }, emphasis: { itemStyle: { borderColor: page.colour('ink') } } }],
    };
  },

  bubbles(chart, drawing) {
    const most = Math.max(1, ...chart.bubbles.map(bubble => bubble.size));
    const least = Math.max(1, Math.min(...chart.bubbles.map(bubble => bubble.up)));
    const scale = drawing.getWidth() < 480 ? 34 : 56;
    const bubbles = chart.bubbles.map(bubble => ({
      value: [bubble.across, Math.max(least, bubble.up)],
      symbolSize: 8 + scale * Math.sqrt(bubble.size / most),
      itemStyle: { color: page.colour(bubble.colour), opacity: 0.7 },
      label: { show: true, position: 'right', color: page.colour('ink'), fontSize: scale < 40 ? 11 : 12, formatter: page.text(bubble.name) },
    }));
    return {
      grid: { left: 8, right: 24, top: 36, bottom: 30, containLabel: true },
      tooltip: {
        ...tipStyle(),
        formatter: point => {
          const bubble = chart.bubbles[point.dataIndex];
          return `${page.text(bubble.name)}\n${page.text(chart.sizeName)}: ${bubble.size.toLocaleString('en-US')}\n`
            + `${page.text(chart.acrossName)}: ${page.figure(bubble.across, chart.acrossUnit)}\n${page.text(chart.upName)}: ${page.figure(bubble.up, chart.upUnit)}`;
        },
      },
      xAxis: { ...valueAxis(chart.acrossUnit, 0, {}), name: page.text(chart.acrossName), nameLocation: 'middle', nameGap: 28, ...nameStyle(), min: 0 },
      yAxis: { ...valueAxis(chart.upUnit, 0, {}), type: 'log', min: Math.max(1, 10 ** Math.floor(Math.log10(least))), name: page.text(chart.upName), nameLocation: 'end', ...nameStyle('left') },
      series: [{
        type: 'scatter',
        data: bubbles,
        labelLayout: beside(bubbles, drawing),
      }],
    };
  },
};

/** Two pictures, one above the other, over the same places: levels above, flows below. */
function split(chart, names, values, shown, head) {
  const above = { left: 8, right: 16, top: head, height: '30%', containLabel: true };
  const below = { left: 8, right: 16, top: '50%', bottom: 8, containLabel: true };
  return {
    grid: [above, below],
    legend: { show: true, data: shown, ...legendStyle() },
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: { trigger: 'axis', ...tipStyle(), formatter: points => seriesTip(chart, points[0].dataIndex) },
    xAxis: [{ ...names, gridIndex: 0, axisLabel: { show: false } }, { ...names, gridIndex: 1, axisLine: { ...names.axisLine, onZero: false } }],
    yAxis: [{ ...values[1], gridIndex: 0, scale: true, splitLine: values[0].splitLine }, { ...values[0], gridIndex: 1 }],
    series: chart.series.map((series, place) => {
      const at = 1 - series.axis;
      return { ...oneSeries(series, chart, place === 0), xAxisIndex: at, yAxisIndex: at };
    }),
  };
}

/** Labels beside their bubbles: wherever around it there is neither another bubble nor another label, nor the picture's end. */
function beside(bubbles, chart) {
  const taken = new Map();
  const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  return label => {
    const { width, height } = label.labelRect;
    const circles = bubbles.map(bubble => {
      const [x, y] = chart.convertToPixel({ seriesIndex: 0 }, bubble.value);
      return { x: x - bubble.symbolSize / 2, y: y - bubble.symbolSize / 2, width: bubble.symbolSize, height: bubble.symbolSize };
    });
    const own = circles[label.dataIndex];
    const middle = { x: own.x + own.width / 2 - width / 2, y: own.y + own.height / 2 - height / 2 };
    const [right, left] = [own.x + own.width + 5, own.x - width - 5];
    const around = [0, -0.7, 0.7, -1, 1, -1.5, 1.5, -2, 2, -3, 3, 4, 5].flatMap(step => [[right, middle.y + step * height], [left, middle.y + step * height]]);
    const places = [...around, [middle.x, own.y - height - 3], [middle.x, own.y + own.height + 3]];
    const isFree = ([x, y]) => {
      const box = { x, y, width, height };
      return x >= 48 && x + width <= chart.getWidth() && y >= 20 && y + height <= chart.getHeight() - 40
        && !circles.some(circle => meet(box, circle)) && ![...taken].some(([at, other]) => at !== label.dataIndex && meet(box, other));
    };
    const [x, y] = places.find(isFree) ?? places[0];
    taken.set(label.dataIndex, { x, y, width, height });
    return { x, y, align: 'left', verticalAlign: 'top' };
  };
}

function axisStyle() {
  return {
    axisLabel: { color: page.colour('muted'), hideOverlap: true },
    axisLine: { lineStyle: { color: page.colour('rule') } },
    splitLine: { lineStyle: { color: page.colour('rule'), opacity: 0.6 } },
  };
}

function nameStyle(align) {
  return { nameTextStyle: { color: page.colour('muted'), align } };
}

/** How many lines a legend needs: Latin letters are half as wide as others. */
function legendLines(shown, width) {
  const widths = shown.map(({ name }) => 34 + [...name].reduce((sum, letter) => sum + (letter < '\u0250' ? 7 : 13), 0));
  let [lines, used] = [1, 0];
  for (const own of widths) {
    if (used > 0 && used + own > width) [lines, used] = [lines + 1, 0];
    used += own + 14;
  }
  return lines;
}

function legendStyle() {
  return { top: 2, left: 0, itemWidth: 16, itemHeight: 8, itemGap: 14, textStyle: { color: page.colour('ink') } };
}

// Drawn text, not HTML: nothing in a name can become a tag, and no style attribute offends the policy.
function tipStyle() {
  return {
    renderMode: 'richText', confine: true, backgroundColor: page.colour('raised'), borderColor: page.colour('rule'),
    textStyle: { color: page.colour('ink'), fontSize: 13, lineHeight: 19 },
  };
}

function valueAxis(unit, place, chart) {
  const style = axisStyle();
  return {
    type: 'value', scale: chart.fromZero === false, ...style, splitNumber: 4,
    boundaryGap: chart.lying ? ['22%', '22%'] : undefined,
    splitLine: place === 0 ? style.splitLine : { show: false },
    axisLabel: { ...style.axisLabel, formatter: value => page.tick(value, unit) },
  };
}

function oneSeries(series, chart, carriesMarks) {
  const isBar = series.shape === 'bar';
  const signed = series.colour === 'sign';
  const colour = signed ? page.colour('accent') : page.colour(series.colour);
  const drawn = {
    name: page.text(series.name), type: isBar ? 'bar' : 'line', color: colour, [chart.lying ? 'xAxisIndex' : 'yAxisIndex']: series.axis,
    stack: series.stacked ? 'stack' : undefined, stackStrategy: 'samesign', barMaxWidth: chart.places.length < 12 ? 44 : 28, symbol: 'circle', symbolSize: 4, showSymbol: chart.places.length < 30,
    lineStyle: { width: 2, type: series.shape === 'dashed' ? 'dashed' : 'solid' }, z: isBar ? 2 : 3,
    data: series.values.map(value => (signed ? { value, itemStyle: { color: page.colour(value < 0 ? 'bad' : 'good') } } : value)),
  };
  if (chart.lying) {
    drawn.label = { show: true, position: 'right', color: page.colour('ink'), formatter: point => page.tick(point.value, chart.axes[0]) };
    drawn.data = drawn.data.map(datum => (datum.value < 0 ? { ...datum, label: { position: 'left' } } : datum));
  }
  if (carriesMarks && chart.marks.length > 0) {
    drawn.markLine = {
      silent: true, symbol: 'none', animation: false,
      data: chart.marks.map(mark => ({
        yAxis: mark.value, lineStyle: { color: page.colour(mark.colour), type: 'dashed', width: 1.5 },
        label: { position: 'insideStartTop', color: page.colour('ink'), formatter: page.text(mark.name) },
      })),
    };
  }
  return drawn;
}

/** A band is its lower line, unseen, and the distance to the upper one stacked upon it. */
function bandLines(band) {
  const line = { type: 'line', symbol: 'none', stack: 'band ' + page.text(band.name), stackStrategy: 'all', silent: true, lineStyle: { opacity: 0 }, z: 1, tooltip: { show: false } };
  return [
    { ...line, data: band.low },
    {
      ...line, name: page.text(band.name), color: page.colour(band.colour), areaStyle: { color: page.colour(band.colour), opacity: 1 },
      data: band.high.map((high, at) => (high === null ? null : high - band.low[at])),
    },
  ];
}

/** Bands of bars: a line from end to end upon each. */
function whiskers(band) {
  const ends = band.low.flatMap((low, at) => (low === null ? [] : [[at, low, band.high[at]]]));
  return [{
    type: 'custom', name: page.text(band.name), data: ends, silent: true, z: 4, encode: { x: 0, y: [1, 2] },
    renderItem: (_, api) => {
      const low = api.coord([api.value(0), api.value(1)]);
      const high = api.coord([api.value(0), api.value(2)]);
      const style = { stroke: page.colour('ink'), lineWidth: 1.5, fill: 'none' };
      const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });
      return {
        type: 'group',
        children: [line(low[0], low[1], high[0], high[1]), line(low[0] - 5, low[1], low[0] + 5, low[1]), line(high[0] - 5, high[1], high[0] + 5, high[1])],
      };
    },
  }];
}

function seriesTip(chart, place) {
  const lines = chart.series.filter(series => series.values[place] !== null)
    .map(series => `${page.text(series.name)}: ${page.figure(series.values[place], chart.axes[series.axis])}`);
  const bands = chart.bands.filter(band => band.low[place] !== null && band.low[place] !== band.high[place])
    .map(band => `${page.text(band.name)}: ${page.figure(band.low[place], chart.axes[0])} – ${page.figure(band.high[place], chart.axes[0])}`);
  return [page.text(chart.places[place]), ...lines, ...bands].join('\n');
}

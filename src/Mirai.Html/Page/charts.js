// Draws the charts: each kind turns the figures of a chart into what the chart library takes.
const kinds = {
  series(chart) {
    const places = chart.places.map(page.text);
    const values = chart.axes.map((unit, place) => valueAxis(unit, place, chart));
    const names = { type: 'category', data: places, axisTick: { show: false }, ...axisStyle(), splitLine: { show: false } };
    if (chart.lying) names.inverse = true;
    const bands = chart.bands.flatMap(band => (band.colour === 'whisker' ? whiskers(band) : bandLines(band, chart.axes[0])));
    const shown = [...chart.series.map(series => ({ name: page.text(series.name), icon: series.shape === 'bar' ? 'roundRect' : undefined })),
      ...chart.bands.filter(band => band.colour !== 'whisker').map(band => ({ name: page.text(band.name), icon: 'roundRect' }))];
    return {
      grid: { left: 8, right: chart.lying ? 64 : 12, top: shown.length > 1 ? 40 : 14, bottom: 8, containLabel: true },
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
      grid: { left: 8, right: 8, top: 30, bottom: 8, containLabel: true },
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
      visualMap: { show: false, min: 0, max: chart.most, inRange: { color: [page.colour('heat0'), page.colour('heat1'), page.colour('heat2')] } },
      series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: page.colour('paper'), borderWidth: 1 }, emphasis: { itemStyle: { borderColor: page.colour('ink') } } }],
    };
  },

  bubbles(chart) {
    const most = Math.max(1, ...chart.bubbles.map(bubble => bubble.size));
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
      yAxis: { ...valueAxis(chart.upUnit, 0, {}), name: page.text(chart.upName), nameLocation: 'end', ...nameStyle('left'), min: 0 },
      series: [{
        type: 'scatter',
        data: chart.bubbles.map(bubble => ({
          value: [bubble.across, bubble.up],
          symbolSize: 8 + 56 * Math.sqrt(bubble.size / most),
          itemStyle: { color: page.colour(bubble.colour), opacity: 0.7 },
          label: { show: true, position: 'right', color: page.colour('ink'), formatter: page.text(bubble.name) },
        })),
        labelLayout: { moveOverlap: 'shiftY', hideOverlap: false },
      }],
    };
  },
};

function axisStyle() {
  return {
    axisLabel: { color: page.colour('muted'), hideOverlap: true, fontFamily: 'inherit' },
    axisLine: { lineStyle: { color: page.colour('rule') } },
    splitLine: { lineStyle: { color: page.colour('rule'), opacity: 0.6 } },
  };
}

function nameStyle(align) {
  return { nameTextStyle: { color: page.colour('muted'), align } };
}

function legendStyle() {
  return { top: 4, left: 0, type: 'scroll', itemWidth: 16, itemHeight: 8, itemGap: 14, textStyle: { color: page.colour('ink') }, pageIconColor: page.colour('ink'), pageTextStyle: { color: page.colour('muted') } };
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
    stack: series.stacked ? 'stack' : undefined, stackStrategy: 'samesign', barMaxWidth: 28, symbol: 'circle', symbolSize: 4, showSymbol: chart.places.length < 30,
    lineStyle: { width: 2, type: series.shape === 'dashed' ? 'dashed' : 'solid' }, z: isBar ? 2 : 3,
    data: series.values.map(value => (signed ? { value, itemStyle: { color: page.colour(value < 0 ? 'bad' : 'good') } } : value)),
  };
  if (chart.lying) {
    drawn.label = { show: true, position: 'right', color: page.colour('ink'), formatter: point => page.figure(point.value, chart.axes[0]) };
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

import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { isolate } from '../../core/text/bidi';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer, CanvasRenderer]);

/** Bars that lie: one row a category, one piece of each row a series. */
export interface Bars {
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly number[];
    /** One colour, or one for each category. */
    readonly color: string | readonly string[];
  }[];
}

/** What the page around a chart decides. */
export interface ChartStyle {
  readonly rtl: boolean;
  readonly text: string;
  readonly muted: string;
  readonly background: string;
  readonly font: string;
  readonly format: (value: number) => string;
}

const ROW = 26;
const LEGEND = 34;
/** Room for the number at the end of a bar. */
const NUMBER = 56;

export function heightOf({ categories, series }: Bars): number {
  return categories.length * ROW + 12 + (series.length > 1 ? LEGEND : 0);
}

/** In Arabic rows begin at the right and grow to the left. */
function optionOf({ categories, series }: Bars, style: ChartStyle): EChartsCoreOption {
  const { rtl, text, muted, font, format } = style;
  const stacked = series.length > 1;
  const label = { color: text, fontFamily: font, fontSize: 13 };
  return {
    animation: false,
    textStyle: { fontFamily: font, color: text },
    grid: {
      top: stacked ? LEGEND : 4,
      bottom: 4,
      left: rtl && !stacked ? NUMBER : 8,
      right: rtl || stacked ? 8 : NUMBER,
      outerBoundsMode: 'same',
    },
    ...(stacked
      ? { legend: { top: 0, textStyle: label, itemGap: 14, align: rtl ? 'right' : 'left' } }
      : {}),
    tooltip: { trigger: 'item', confine: true, renderMode: 'richText' },
    xAxis: { type: 'value', inverse: rtl, show: false },
    yAxis: {
      type: 'category',
      // Pictures know no direction: a name that begins with digits has its own all the same.
      data: categories.map(isolate),
      inverse: true,
      position: rtl ? 'right' : 'left',
      axisLine: { lineStyle: { color: muted } },
      axisTick: { show: false },
      axisLabel: { ...label, width: 170, overflow: 'truncate' },
    },
    series: series.map(({ name, values, color }) => ({
      name,
      type: 'bar',
      ...(stacked ? { stack: 'all' } : {}),
      barMaxWidth: 16,
      data: values.map((value, at) => ({
        value,
        itemStyle: { color: typeof color === 'string' ? color : color[at] },
      })),
      // A line around each piece tells them apart where colours do not.
      itemStyle: {
        borderColor: style.background,
        borderWidth: 1,
        ...(typeof color === 'string' ? { color } : {}),
      },
      ...(stacked
        ? {}
        : {
            label: {
              ...label,
              show: true,
              position: rtl ? 'left' : 'right',
              formatter: ({ value }: { value: number }) => format(value),
            },
          }),
    })),
  };
}

/** Draws into the element; answers how to take the drawing away again. */
export function draw(element: HTMLElement, bars: Bars, style: ChartStyle): () => void {
  const chart = init(element, null, { renderer: 'svg', height: heightOf(bars) });
  chart.setOption(optionOf(bars, style));
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

/** The chart as a file: SVG markup, or a PNG in base64 at twice the size. */
export function picture(bars: Bars, style: ChartStyle, type: 'svg' | 'png'): string {
  const element = document.createElement('div');
  element.className = 'off-stage';
  document.body.append(element);
  const renderer = type === 'svg' ? 'svg' : 'canvas';
  const chart = init(element, null, { renderer, width: 720, height: heightOf(bars) });
  chart.setOption({ ...optionOf(bars, style), backgroundColor: style.background });
  const url = chart.getDataURL({ type, pixelRatio: 2, backgroundColor: style.background });
  chart.dispose();
  element.remove();
  const content = url.slice(url.indexOf(',') + 1);
  return type === 'svg' ? decodeURIComponent(content) : content;
}

import { BarChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { isolate, RTL_ISOLATE } from '../../core/text/bidi';
import { legendOf } from './legend';

use([BarChart, GridComponent, LegendComponent, TitleComponent, TooltipComponent]);
use([SVGRenderer, CanvasRenderer]);

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
/** Room for the number at the end of a bar. */
const NUMBER = 56;
/** Room for what a saved chart shows, in two lines. */
const TITLE = 60;

/** What a saved chart says of itself, as there is no page around it: what it shows, and of what. */
export interface Title {
  readonly text: string;
  readonly subtext: string;
}

/**
 * What the library draws `width` pixels wide, and how high that is. In Arabic rows begin at the right and
 * grow to the left, and so do the names of the pieces.
 */
function drawingOf(
  { categories, series }: Bars,
  style: ChartStyle,
  width: number,
  title?: Title,
): { readonly option: EChartsCoreOption; readonly height: number } {
  const { rtl, text, muted, font, format } = style;
  const stacked = series.length > 1;
  const label = { color: text, fontFamily: font, fontSize: 13 };
  // Pictures know no direction: a name that begins with digits has its own all the same.
  const names = series.map(({ name }) => isolate(name));
  const above = title === undefined ? 0 : TITLE;
  const { legend, height } = legendOf(stacked ? names : [], { width, top: above, rtl, label });
  const top = above + (stacked ? height : 4);
  const option = {
    animation: false,
    textStyle: { fontFamily: font, color: text },
    grid: {
      top,
      bottom: 4,
      left: rtl && !stacked ? NUMBER : 8,
      right: rtl || stacked ? 8 : NUMBER,
      outerBoundsMode: 'same',
    },
    ...(title === undefined ? {} : { title: titleOf(title, style) }),
    legend,
    tooltip: { trigger: 'item', confine: true, renderMode: 'richText' },
    xAxis: { type: 'value', inverse: rtl, show: false },
    yAxis: {
      type: 'category',
      data: categories.map(isolate),
      inverse: true,
      position: rtl ? 'right' : 'left',
      axisLine: { lineStyle: { color: muted } },
      axisTick: { show: false },
      axisLabel: { ...label, width: 170, overflow: 'truncate' },
    },
    series: series.map(({ values, color }, place) => ({
      name: names[place],
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
  return { option, height: top + categories.length * ROW + 8 };
}

function titleOf({ text, subtext }: Title, { rtl, text: color, muted, font }: ChartStyle): object {
  const lines = { fontFamily: font, fontSize: 13 };
  const directed = (line: string): string =>
    rtl ? RTL_ISOLATE.open + line + RTL_ISOLATE.close : line;
  return {
    ...{ text: directed(text), subtext: directed(subtext) },
    ...{ top: 8, padding: [4, 8], left: rtl ? 'right' : 'left' },
    textStyle: { ...lines, color, fontSize: 16, fontWeight: 600 },
    subtextStyle: { ...lines, color: muted },
  };
}

/** Draws into the element; answers how to take the drawing away again. */
export function draw(element: HTMLElement, bars: Bars, style: ChartStyle): () => void {
  const chart = init(element, null, { renderer: 'svg' });
  let drawn = -1;
  const fit = (): void => {
    const width = element.clientWidth;
    if (width === drawn) return;
    drawn = width;
    const { option, height } = drawingOf(bars, style, width);
    chart.resize({ width, height });
    chart.setOption(option, true);
  };
  fit();
  const observer = new ResizeObserver(fit);
  observer.observe(element);
  return () => {
    observer.disconnect();
    chart.dispose();
  };
}

/** Pixels of a saved chart. */
const SAVED_WIDTH = 720;

/** The chart as a file: SVG markup, or a PNG in base64 at twice the size. */
export function picture(bars: Bars, style: ChartStyle, title: Title, type: 'svg' | 'png'): string {
  const element = document.createElement('div');
  element.className = 'off-stage';
  document.body.append(element);
  const renderer = type === 'svg' ? 'svg' : 'canvas';
  const { option, height } = drawingOf(bars, style, SAVED_WIDTH, title);
  const chart = init(element, null, { renderer, width: SAVED_WIDTH, height });
  chart.setOption({ ...option, backgroundColor: style.background });
  const url = chart.getDataURL({ type, pixelRatio: 2, backgroundColor: style.background });
  chart.dispose();
  element.remove();
  const content = url.slice(url.indexOf(',') + 1);
  return type === 'svg' ? decodeURIComponent(content) : content;
}

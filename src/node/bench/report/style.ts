import { palette } from '../../../core/pipelines/report-page/palette.ts';
import { galleryColors } from '../eval/index.ts';

const css = (color: readonly number[]) => `rgb(${color.join(' ')})`;

/** The page's style sheet: light and dark by the reader's setting. Six colours of runs, dark on light and light on dark. */
export const style = `
${palette}
:root{--c0:#1f5fbf;--c1:#b3541e;--c2:#1b7f5c;--c3:#8b3fb0;--c4:#a3274f;--c5:#5d6670;--answer:${css(galleryColors.answer)};--truth:${css(galleryColors.truth)}}
@media (prefers-color-scheme:dark){:root{--c0:#7fb0ff;--c1:#ffab73;--c2:#5fd0a4;--c3:#cf9bff;--c4:#ff8fae;--c5:#b4bdc7}}
*{box-sizing:border-box}body{margin:0 auto;max-width:1320px;padding:28px clamp(14px,3vw,40px) 40px;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
h1{font-size:24px;margin:0;letter-spacing:-.01em}h2{font-size:21px;margin:34px 0 12px}h3{font-size:14px;font-weight:650;margin:0 0 10px}h4{font-size:13px;color:var(--soft);margin:14px 0 8px}h5{font-size:14.5px;font-weight:650;margin:0;overflow-wrap:anywhere}
header p,footer{color:var(--soft);max-width:90ch;margin:4px 0 0}footer{margin-top:32px;font-size:13px}footer p{margin:3px 0}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:16px 18px;margin:14px 0;box-shadow:var(--shadow);min-width:0}
.note{color:var(--soft);font-size:13px;margin:4px 0 8px;overflow-wrap:anywhere}.warning{margin:8px 0;padding:7px 12px;background:var(--warn-bg);color:var(--warn-ink);border-radius:10px;font-size:13.5px;overflow-wrap:anywhere}
ul.problems{margin:6px 0;padding-left:20px;font-size:13.5px;overflow-wrap:anywhere}code{background:var(--code);padding:1px 5px;border-radius:5px;font-size:.93em}
.scroll{overflow-x:auto}table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:13.5px}table.narrow{width:auto}
th,td{text-align:right;padding:5px 0 5px 14px;border-bottom:1px solid var(--line);font-weight:400;white-space:nowrap;vertical-align:baseline}th:first-child{text-align:left;padding-left:0}
tr:first-child>th[rowspan]{vertical-align:bottom;text-align:left}thead th{color:var(--soft);font-size:12.5px}thead th[colspan]{text-align:center;padding-bottom:1px;color:var(--ink)}thead tr+tr th:first-child{text-align:right;padding-left:14px}
tbody th{font-weight:600;white-space:normal;overflow-wrap:anywhere;min-width:7em}td.text{text-align:left;white-space:normal;overflow-wrap:anywhere;min-width:11em}td.text:first-child{padding-left:0}td.level{text-align:left}td small,th small{color:var(--soft);font-size:12px;font-weight:400}
tr.first th,tr.first td{border-top:1px solid var(--line)}tr.ours th,tr.ours td{background:var(--lane)}
.key{display:inline-block;width:10px;height:10px;border-radius:3px;margin:0 7px 0 0;background:var(--c)}.key.answer{--c:var(--answer)}.key.truth{--c:transparent;border:2.5px solid var(--truth);margin-left:14px}
${[0, 1, 2, 3, 4, 5].map((i) => `.c${i}{--c:var(--c${i})}`).join('')}
.plot{display:block;width:100%;max-width:860px;height:auto}.plot text{fill:var(--soft);font-size:11.5px}.grid{stroke:var(--line)}.band{fill:var(--c);opacity:.14}.course{fill:none;stroke:var(--c);stroke-width:2.2;stroke-linejoin:round}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;padding:0;margin:8px 0 0;font-size:13.5px}.legend small{color:var(--soft)}
.gallery{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,390px),1fr));gap:12px}.gallery .card{margin:0;padding:12px 14px}
.shots{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:8px;align-items:start}figure{margin:0;min-width:0}figure img{display:block;width:100%;height:auto;border-radius:6px}figcaption{font-size:12px;color:var(--soft);margin-top:3px;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
details{font-size:12.5px;color:var(--soft);margin-top:6px}summary{cursor:pointer}dl{margin:4px 0}dt{margin-top:6px;color:var(--ink);font-variant-numeric:tabular-nums}dd{margin:2px 0 0 14px;overflow-wrap:anywhere}
@media print{body{background:#fff}.card{break-inside:avoid;box-shadow:none}}
`;

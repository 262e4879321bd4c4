import { palette } from './palette.ts';

/** The page's style sheet: light and dark by the reader's setting, one column on narrow screens. */
export const style = `
${palette}
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:1480px;padding:28px clamp(14px,3vw,40px) 40px;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
h1{font-size:22px;margin:0;letter-spacing:-.01em}h2{font-size:clamp(24px,3.2vw,34px);line-height:1.15;margin:2px 0 6px;letter-spacing:-.02em;overflow-wrap:anywhere}
h3{font-size:13px;font-weight:650;margin:0 0 12px;color:var(--soft)}
header.page p{margin:4px 0 0;color:var(--soft);max-width:75ch}footer.page{margin-top:28px;color:var(--soft);font-size:13px}
.tabs{display:flex;flex-wrap:wrap;gap:10px;margin:20px 0 0}
.tabs a{flex:1 1 220px;display:grid;grid-template-columns:1fr auto;gap:0 10px;padding:10px 14px;border:1px solid var(--line);border-radius:12px;background:var(--card);color:inherit;text-decoration:none;box-shadow:var(--shadow)}
.tabs a small{grid-column:1/-1;color:var(--soft);font-size:12px}.tabs a span{font-weight:600;overflow-wrap:anywhere}.tabs a em{font-style:normal;color:var(--soft);font-size:13px;align-self:center;font-variant-numeric:tabular-nums;white-space:nowrap}
.tabs a[aria-selected=true]{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:6px}
.run{margin-top:26px}.run[hidden]{display:none}.where{margin:0;color:var(--soft);font-size:13px;overflow-wrap:anywhere}.paraphrase{margin:0;color:var(--soft);max-width:80ch;overflow-wrap:anywhere}
.badges{display:flex;flex-wrap:wrap;gap:8px;list-style:none;margin:14px 0 0;padding:0}
.badges li{display:flex;gap:8px;align-items:baseline;padding:4px 12px;border:1px solid var(--line);border-radius:99px;background:var(--card)}
.badges span{color:var(--soft);font-size:13px}.badges b{font-variant-numeric:tabular-nums}
.warnings{margin:14px 0 0;padding:10px 14px 10px 32px;background:var(--warn-bg);color:var(--warn-ink);border-radius:12px;overflow-wrap:anywhere}.warnings li{margin:2px 0}
.columns{display:grid;grid-template-columns:minmax(0,1.08fr) minmax(0,1fr);gap:16px;margin-top:16px;align-items:start}
.seen,.thought{display:grid;gap:16px;min-width:0}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:16px 18px;box-shadow:var(--shadow);margin:0;min-width:0}
.media{padding:0;overflow:hidden;background:#000}.media video,.media img{display:block;width:100%;height:auto;max-height:74vh;object-fit:contain}.media .note{padding:40px;text-align:center;color:#c9d0d8}
.note{color:var(--soft);margin:8px 0 0}
.timeline{display:grid;grid-template-columns:minmax(54px,max-content) minmax(0,1fr);gap:4px 12px;font-size:13px;font-variant-numeric:tabular-nums}
.track-names{display:flex;flex-direction:column;max-width:170px}.track-names span{height:18px;line-height:18px;margin-bottom:5px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;font-weight:600}
.track-names span::before{content:"";display:inline-block;width:9px;height:9px;border-radius:3px;background:var(--track,transparent);margin-right:6px}
.track-names .ms-name{color:var(--soft);font-weight:400;margin-top:auto}.track-plot{cursor:pointer;min-width:0}.track-plot svg{display:block;width:100%}
.lane{fill:var(--lane)}.ms{fill:var(--soft);opacity:.42}.ms.key{fill:var(--accent);opacity:.75}.cursor{stroke:var(--ink);stroke-width:2;vector-effect:non-scaling-stroke}
.change{stroke:var(--ink);stroke-width:1;stroke-dasharray:2 3;opacity:.55;vector-effect:non-scaling-stroke}.changes ol,.changes ul{margin:4px 0;padding-left:20px}.changes small{color:var(--soft)}
.scrub{white-space:nowrap;color:var(--soft)}.scrub output{color:var(--ink);font-weight:600}input[type=range]{width:100%;margin:0;accent-color:var(--accent)}
.why{max-height:560px;overflow:auto}.answer-line{margin:0 0 10px}.answer-line small{color:var(--soft)}
.chip,.id{--track:#888888;display:inline-block;padding:0 8px;border-radius:6px;border-left:4px solid var(--track);background:var(--lane);font-weight:600;font-variant-numeric:tabular-nums;font-size:13px}
.steps{margin:0;padding:0;list-style:none;counter-reset:s}.steps>li{position:relative;padding:10px 0 10px 32px;border-top:1px solid var(--line);counter-increment:s}
.steps>li::before{content:counter(s);position:absolute;left:0;top:11px;width:21px;height:21px;border-radius:50%;background:var(--lane);text-align:center;font:600 12px/21px system-ui,sans-serif}
.op{display:flex;flex-wrap:wrap;gap:4px 10px;align-items:baseline;margin:0}.op code{font-weight:700;color:var(--reasoning)}.op span{overflow-wrap:anywhere}.op small{color:var(--soft);margin-left:auto;white-space:nowrap}
.kept,.dropped{list-style:none;margin:6px 0 0;padding:0;display:grid;gap:3px;font-size:13.5px}.kept li,.dropped li{display:grid;grid-template-columns:minmax(3.6em,auto) 1fr auto;gap:9px;align-items:baseline}
.kept .id,.dropped .id{justify-self:start}.kept i,.dropped i{font-style:normal;color:var(--soft);font-variant-numeric:tabular-nums;font-size:12.5px}.kept span::before{content:"✓ ";color:var(--good);font-weight:700}.dropped span::before{content:"✕ ";color:var(--bad);font-weight:700}.dropped .unknown span::before{content:"? ";color:var(--soft)}
.dropped li.more{color:var(--soft)}li.more{display:block!important}details{margin-top:6px;font-size:13.5px}summary{cursor:pointer;color:var(--soft)}
.scroll{overflow-x:auto}.graph{display:block;margin:0 auto;width:100%;height:auto;font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.node rect{fill:color-mix(in srgb,var(--k) 9%,var(--card));stroke:var(--k);stroke-width:1.4}.node.answer rect{stroke-width:2.6}
.node.perception{--k:var(--perception)}.node.state{--k:var(--state)}.node.reasoning{--k:var(--reasoning)}
.node .kind{fill:var(--k);font-size:10.5px;font-weight:650}.node .ms{fill:var(--soft);opacity:1;font-size:10.5px}.node .name{fill:var(--ink);font-size:14px;font-weight:650}.node .sub{fill:var(--soft);font-size:10.5px}
.edge{fill:none;stroke:var(--soft);stroke-width:1.5;opacity:.65}.tip{fill:var(--soft)}
.reasons{margin:12px 0 0;font-size:13.5px;display:grid;gap:6px}.reasons div{display:grid;grid-template-columns:minmax(84px,auto) 1fr;gap:12px;border-top:1px solid var(--line);padding-top:6px}.reasons dt{font-weight:650;color:var(--perception)}.reasons dd{margin:0;color:var(--soft);overflow-wrap:anywhere}
.code{margin:0;padding:14px 16px;border-radius:10px;background:var(--code);border:1px solid var(--line);overflow:auto;max-height:420px;font:13px/1.6 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;tab-size:2}
.t-comment{color:var(--soft);font-style:italic}.t-string{color:var(--good)}.t-number{color:var(--bad)}.t-keyword{color:var(--state);font-weight:600}.t-call{color:var(--accent)}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:14px}th,td{text-align:right;padding:5px 0 5px 12px;border-bottom:1px solid var(--line);font-weight:400}th:first-child{text-align:left;padding-left:0}thead th{color:var(--soft);font-size:12.5px}tbody th{font-weight:600}
.dot{display:inline-block;width:9px;height:9px;border-radius:50%;margin-right:8px;background:var(--k)}.dot.perception{--k:var(--perception)}.dot.state{--k:var(--state)}.dot.reasoning{--k:var(--reasoning)}
.saved{margin-top:14px}.saved p{margin:6px 0 0;color:var(--soft)}.saved b{color:var(--ink)}.bar{height:9px;border-radius:9px;background:var(--lane);overflow:hidden}.bar i{display:block;height:100%;border-radius:9px;background:var(--reasoning)}
@media (max-width:960px){.columns{grid-template-columns:minmax(0,1fr)}}
@media (max-width:560px){.timeline{grid-template-columns:1fr}.track-names{flex-flow:row wrap;gap:0 12px;max-width:none}.track-names .ms-name{display:none}.reasons div{grid-template-columns:1fr;gap:0}}
@media print{.run[hidden]{display:block}.tabs,.scrub,input[type=range]{display:none}body{background:#fff}}
`;

/** Colours of all pages, light and dark by the reader's setting. */
export const palette = `:root{--bg:#f5f6f8;--card:#fff;--ink:#16191d;--soft:#59616b;--line:#dfe3e8;--accent:#2458c6;--warn-bg:#fff6dd;--warn-ink:#6b4a00;--lane:#eceff3;
--perception:#2f7de1;--state:#9b51e0;--reasoning:#178a5c;--good:#157a50;--bad:#b3372b;--code:#f2f4f7;--shadow:0 1px 2px rgb(20 30 50/.06),0 4px 16px rgb(20 30 50/.05)}
@media (prefers-color-scheme:dark){:root{--bg:#101317;--card:#181c22;--ink:#e8ebef;--soft:#a2abb6;--line:#2b323b;--accent:#8db2ff;--warn-bg:#33290f;--warn-ink:#ffdf94;--lane:#242a32;
--perception:#6aa8ff;--state:#c08bff;--reasoning:#4cc596;--good:#5fd09c;--bad:#ff8d80;--code:#11151a;--shadow:none}}`;

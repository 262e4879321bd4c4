/** The page's script: tabs, timeline and reasons. It builds elements and sets texts only, never HTML. */
export const behaviour = `'use strict';
(() => {
  const runs = [...document.querySelectorAll('section.run')];
  const links = [...document.querySelectorAll('nav.tabs a')];
  const make = (tag, cls, text) => {
    const e = document.createElement(tag);
    if (cls) e.className = cls;
    if (text !== undefined) e.textContent = text;
    return e;
  };
  const percent = (p) => Math.round(p * 100) + ' %';

  const openTab = (at, focus) => {
    runs.forEach((run, i) => {
      run.hidden = i !== at;
      if (i !== at) run.querySelector('video')?.pause();
    });
    links.forEach((link, i) => {
      link.setAttribute('aria-selected', String(i === at));
      link.tabIndex = i === at ? 0 : -1;
    });
    if (focus) links[at].focus();
  };
  if (links.length > 1) {
    links[0].parentElement.setAttribute('role', 'tablist');
    links.forEach((link, i) => {
      link.setAttribute('role', 'tab');
      link.setAttribute('aria-controls', runs[i].id);
      runs[i].setAttribute('role', 'tabpanel');
      link.addEventListener('click', (e) => { e.preventDefault(); openTab(i, false); history.replaceState(null, '', '#' + runs[i].id); });
      link.addEventListener('keydown', (e) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
        if (step) { e.preventDefault(); openTab((i + step + links.length) % links.length, true); }
      });
    });
    openTab(Math.max(0, runs.findIndex((run) => '#' + run.id === location.hash)), false);
  }

  const item = (id, because, p, cls, color) => {
    const li = make('li', cls);
    const tag = make('b', 'id', '#' + id);
    if (color) tag.style.setProperty('--track', color);
    li.append(tag, make('span', '', because), make('i', '', percent(p)));
    return li;
  };
  const list = (records, keep) => {
    const ul = make('ul', keep ? 'kept' : 'dropped');
    records.slice(0, 12).forEach((r) => ul.append(r));
    if (records.length > 12) ul.append(make('li', 'more', (records.length - 12) + ' more'));
    return ul;
  };
  const why = (run, data, at) => {
    const box = run.querySelector('.why');
    const [, , ms, objects, e] = data.frames[at];
    const answer = make('p', 'answer-line');
    answer.append(objects.length ? 'Answer: ' : 'Nothing fits in this frame. ');
    for (const [id, score, label] of objects) {
      const chip = make('span', 'chip', '#' + id + (label ? ' ' + label : '') + ' · ' + percent(score));
      chip.style.setProperty('--track', data.colors[id] || '#888888');
      answer.append(chip, ' ');
    }
    answer.append(make('small', '', ms.toFixed(1) + ' ms'));
    const steps = make('ol', 'steps');
    for (const { op, text, kept, dropped } of data.explanations[e]) {
      const li = make('li');
      const head = make('p', 'op');
      head.append(make('code', '', op), make('span', '', text), make('small', '', kept.length + ' kept, ' + dropped.length + ' dropped'));
      li.append(head);
      if (kept.length) li.append(list(kept.map((k) => item(k.id, k.because, k.p, '', data.colors[k.id])), true));
      if (dropped.length) {
        const more = make('details');
        more.open = kept.length === 0;
        more.append(make('summary', '', 'Dropped (' + dropped.length + ')'), list(dropped.map((d) => item(d.id, d.because, d.p, d.truth === null ? 'unknown' : '')), false));
        li.append(more);
      }
      steps.append(li);
    }
    box.replaceChildren(answer, steps);
  };

  for (const run of runs) {
    const data = JSON.parse(run.querySelector('.run-data').textContent);
    const count = data.frames.length;
    if (count === 0) continue;
    const video = run.querySelector('video');
    const scrub = run.querySelector('input[type=range]');
    const plot = run.querySelector('.track-plot svg');
    const cursor = run.querySelector('.cursor');
    let shown = -1;
    const show = (at) => {
      if (at === shown) return;
      shown = at;
      scrub.value = String(at);
      scrub.setAttribute('aria-valuetext', 'frame ' + data.frames[at][0]);
      const x = ((at + 0.5) / count) * 1000;
      cursor.setAttribute('x1', x);
      cursor.setAttribute('x2', x);
      run.querySelectorAll('.scrub output, .frame-number').forEach((o) => { o.textContent = data.frames[at][0]; });
      why(run, data, at);
    };
    const half = 0.5 / (data.fps || 25);
    const seek = (at) => {
      if (video) { video.pause(); video.currentTime = data.frames[at][1] - data.frames[0][1] + half; }
      show(at);
    };
    const frameAt = (seconds) => {
      let [low, high] = [0, count - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (data.frames[middle][1] - data.frames[0][1] <= seconds + 1e-4) low = middle; else high = middle - 1;
      }
      return low;
    };
    scrub.addEventListener('input', () => seek(Number(scrub.value)));
    plot.addEventListener('click', (e) => {
      const box = plot.getBoundingClientRect();
      seek(Math.min(count - 1, Math.max(0, Math.floor(((e.clientX - box.left) / box.width) * count))));
    });
    if (video) {
      const follow = () => { if (!video.paused) show(frameAt(video.currentTime)); if (!video.ended && !video.paused) requestAnimationFrame(follow); };
      video.addEventListener('play', follow);
      video.addEventListener('seeked', () => { if (video.paused) show(frameAt(video.currentTime)); });
    }
    const first = data.frames.findIndex((f) => f[3].length > 0);
    show(first < 0 ? 0 : Math.min(count - 1, first + Math.floor((count - first) / 3)));
    if (video) video.addEventListener('loadedmetadata', () => { if (video.currentTime === 0 && video.paused) seek(shown); }, { once: true });
  }
})();`;

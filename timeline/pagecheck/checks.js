// What the test asks of the page. It is evaluated by the debugger: the page itself runs no script.
(() => {
  const shapes = '.solid, .box, .dot, .ring, .span, .on, .tip, .cross, .sigkill, .after, .swatch';

  // texts returns each text that is seen, with the rectangles of its lines.
  const texts = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (!text.data.trim() || text.parentElement.closest('defs')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const rects = [...range.getClientRects()].filter(r => r.width > 0 && r.height > 0);
      found.push({element: text.parentElement, text: text.data.trim(), rects});
    }
    return found;
  };

  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

  // color returns red, green and blue.
  const color = css => {
    const parts = css.match(/[\d.]+/g).map(Number);
    return parts.length > 3 && parts[3] === 0 ? null : parts.slice(0, 3);
  };
  const background = element => {
    for (; element; element = element.parentElement) {
      const found = color(getComputedStyle(element).backgroundColor);
      if (found) return found;
    }
    return [255, 255, 255];
  };
  const luminance = rgb => {
    const [r, g, b] = rgb.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };

  return {
    // layout lists what overlaps, is cut off, or is not drawn.
    layout() {
      const problems = [];
      const all = texts();
      const lines = all.flatMap((t, i) => t.rects.map(rect => ({i, rect, text: t.text})));
      for (const t of all) if (!t.rects.length) problems.push(`"${t.text}" is not seen`);
      lines.sort((a, b) => a.rect.top - b.rect.top);
      lines.forEach((a, n) => {
        for (let m = n + 1; m < lines.length && lines[m].rect.top < a.rect.bottom; m++)
          if (lines[m].i !== a.i && overlap(a.rect, lines[m].rect)) problems.push(`"${a.text}" overlaps "${lines[m].text}"`);
      });
      const width = document.documentElement.clientWidth;
      for (const shape of document.querySelectorAll(shapes)) {
        const rect = shape.getBoundingClientRect();
        const what = `${shape.getAttribute('class')} of ${shape.closest('li')?.textContent.trim().slice(0, 60)}`;
        if (rect.width === 0 && rect.height === 0) problems.push(`${what} is not drawn`);
        if (rect.left < 0 || rect.right > width) problems.push(`${what} is cut off`);
        for (const line of lines) if (overlap(line.rect, rect)) problems.push(`"${line.text}" overlaps ${what}`);
      }
      for (const line of lines) if (line.rect.left < 0 || line.rect.right > width) problems.push(`"${line.text}" is cut off`);
      if (document.documentElement.scrollWidth > width) problems.push(`the page is ${document.documentElement.scrollWidth} px wide`);
      for (const track of document.querySelectorAll('li .track svg'))
        if (!track.querySelector('.solid, .box, .dot, .ring, .span, .on, .cross')) problems.push(`no bar in ${track.getAttribute('aria-label')}`);
      return problems;
    },

    // contrast lists texts with less than 4.5:1, and shapes with less than 3:1.
    contrast() {
      const problems = [];
      for (const {element, text} of texts()) {
        const style = getComputedStyle(element);
        const got = contrast(color(element instanceof SVGElement ? style.fill : style.color), background(element));
        if (got < 4.5) problems.push(`"${text}": ${got.toFixed(2)}`);
      }
      for (const shape of document.querySelectorAll(shapes.replace(' .after, .swatch', ' .stripes'))) {
        const style = getComputedStyle(shape);
        const ink = style.stroke === 'none' ? style.fill : style.stroke;
        const got = contrast(color(ink), background(shape));
        if (got < 3) problems.push(`${shape.getAttribute('class')}: ${got.toFixed(2)}`);
      }
      return [...new Set(problems)];
    },

    // structure lists what those who do not see the page would miss.
    structure() {
      const problems = [];
      if (!document.documentElement.lang) problems.push('the page has no language');
      if (!document.title) problems.push('the page has no title');
      if (document.scripts.length) problems.push('the page has scripts');
      let level = 0;
      for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
        const at = Number(heading.tagName[1]);
        if (at > level + 1) problems.push(`"${heading.textContent}" skips a level`);
        level = at;
      }
      if (document.querySelectorAll('h1').length !== 1) problems.push('there is not one h1');
      for (const svg of document.querySelectorAll('svg'))
        if (svg.getAttribute('aria-hidden') !== 'true' && !(svg.getAttribute('role') === 'img' && svg.getAttribute('aria-label'))) problems.push(`a drawing has no name: ${svg.outerHTML.slice(0, 80)}`);
      const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
      if (new Set(ids).size !== ids.length) problems.push('an id is there twice');
      return problems;
    },

    // cuttable lists what a page break may cut.
    cuttable() {
      return [...document.querySelectorAll('.row, .finding')].filter(e => getComputedStyle(e).breakInside !== 'avoid').map(e => e.textContent);
    },

    links() { return [...document.querySelectorAll('a')].map(a => a.getAttribute('href')); },

    // seen reports whether the element begins within the window.
    seen(id) {
      const top = document.getElementById(id)?.getBoundingClientRect().top;
      return location.hash === '#' + id && top >= 0 && top < innerHeight;
    },

    // positions returns where, in the timeline of the service with the title, the shapes begin and end, in pixels.
    positions(title) {
      const section = [...document.querySelectorAll('section')].find(s => s.querySelector('h2').textContent === title);
      const box = selector => {
        const {left, right, width} = section.querySelector(selector).getBoundingClientRect();
        return {left, right, middle: left + width / 2};
      };
      return {track: box('li .grid'), hook: box('svg.hook .solid'), signal: box('svg.signal .dot'), stop: box('svg.stop .box'), kill: box('svg.stop .sigkill')};
    },
  };
})()

// Pointing at a passage that was missed: click or drag over its lines on the picture of the page, or select its text.
// The radio buttons hold the choice, so that keys and a browser without this file do the same.

/** Let lines be chosen on the page, and show what is chosen on the page and in the list. */
export function pickLines(form) {
  const page = document.querySelector(".review-leaf__view");
  const layer = page.querySelector("[data-line]")?.parentElement;
  if (layer) listenToPointer(form, page, layer);
  form.addEventListener("change", (event) => {
    paint(form, page);
    show(page, event.target.value);
  });
  paint(form, page);
}

/** Bring a line into view on the page, as following the link of the line does. */
function show(page, place) {
  const line = page.querySelector(`[data-line="${place}"]`);
  if (!line) return;
  const frame = page.getBoundingClientRect();
  const box = line.getBoundingClientRect();
  if (box.top < frame.top || box.bottom > frame.bottom) page.scrollTop += box.top - frame.top - frame.height / 3;
}

const chosen = (form, name) => form.querySelector(`[name=${name}]:checked`);

/** Return the first and last place that are chosen, in order; NaN as long as nothing is. */
function range(form) {
  const places = ["first", "last"].map((name) => Number(chosen(form, name)?.value ?? NaN));
  const known = places.filter((place) => !Number.isNaN(place));
  return known.length ? [Math.min(...known), Math.max(...known)] : [NaN, NaN];
}

function paint(form, page) {
  const [first, last] = range(form);
  const isChosen = (place) => Number(place) >= first && Number(place) <= last;
  for (const row of form.querySelectorAll("tbody tr")) {
    row.classList.toggle("review-chosen-line", isChosen(row.querySelector("input")?.value ?? NaN));
  }
  for (const line of page.querySelectorAll("[data-line]")) {
    line.classList.toggle("review-picked", isChosen(line.dataset.line));
  }
}

/** Choose these two lines, in whichever order, and bring the first into view in the list. */
function choose(form, page, one, other) {
  const places = [Number(one), Number(other)];
  for (const [name, place] of [["first", Math.min(...places)], ["last", Math.max(...places)]]) {
    form.querySelector(`[name=${name}][value="${place}"]`).checked = true;
  }
  paint(form, page);
  const frame = form.querySelector(".review-lines");
  const row = chosen(form, "first").closest("tr");
  frame.scrollTop += row.getBoundingClientRect().top - frame.getBoundingClientRect().top - 80;
}

const lineAt = (target) => target?.closest?.("[data-line]")?.dataset.line;

/** Return the first and last line that the browser's own selection touches, if it is within the page's text. */
function selected(layer) {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return [];
  const lines = [...layer.querySelectorAll("[data-line]")].filter((line) => selection.containsNode(line, true));
  return lines.length ? [lines[0].dataset.line, lines.at(-1).dataset.line] : [];
}

function listenToPointer(form, page, layer) {
  const isPicture = layer.matches("svg");
  let from; // where dragging began
  let anchor; // the line that was clicked first, while the second is awaited
  let dragged = false;

  document.querySelector("[data-pick-help]").hidden = false;
  layer.classList.add("review-picking");
  layer.addEventListener("dragstart", (event) => event.preventDefault());
  layer.addEventListener("pointerdown", (event) => {
    dragged = false;
    // A finger that moves scrolls; it chooses by tapping twice.
    from = isPicture && event.pointerType === "mouse" && event.button === 0 ? lineAt(event.target) : undefined;
  });
  layer.addEventListener("pointermove", (event) => {
    const here = from && lineAt(event.target);
    if (!here || (here === from && !dragged)) return;
    dragged = true;
    choose(form, page, from, here);
  });
  document.addEventListener("pointerup", () => { from = undefined; });
  layer.addEventListener("click", (event) => {
    const [first, last] = isPicture ? [] : selected(layer);
    const here = lineAt(event.target);
    if (dragged || first) {
      anchor = undefined;
      if (first) choose(form, page, first, last);
    } else if (here) {
      choose(form, page, anchor ?? here, here);
      anchor = anchor === undefined ? here : undefined;
    }
    dragged = false;
  });
}

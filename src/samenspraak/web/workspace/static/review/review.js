// What a review does beyond plain forms: keys, the cursor's place, and what was typed but not sent.
import { keepDrafts } from "./drafts.js";
import { listenToKeys } from "./keys.js";

const form = document.querySelector("form[data-review]");

/** Bring the marked passage into view within its own window, without moving the page. */
function showPassage() {
  const view = document.querySelector(".review-leaf__view");
  const passage = view?.querySelector("[data-this]");
  if (!passage) return;
  const box = passage.getBoundingClientRect();
  const frame = view.getBoundingClientRect();
  view.scrollTop += box.top - frame.top - Math.max(40, (frame.height - box.height) / 3);
}

/** Mark the rows between the first and the last line that are chosen. */
function showChosenLines(lines) {
  const paint = () => {
    const [first, last] = ["first", "last"].map((name) => Number(lines.querySelector(`[name=${name}]:checked`)?.value ?? NaN));
    for (const row of lines.querySelectorAll("tbody tr")) {
      const place = Number(row.querySelector("input")?.value ?? NaN);
      row.classList.toggle("review-chosen-line", place >= Math.min(first, last) && place <= Math.max(first, last));
    }
  };
  lines.addEventListener("change", paint);
  paint();
}

showPassage();
listenToKeys(form);
keepDrafts(form);
const lines = document.querySelector("form[data-lines]");
if (lines) showChosenLines(lines);

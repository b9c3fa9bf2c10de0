// What a review does beyond plain forms: keys, the cursor's place, and what was typed but not sent.
import { keepDrafts } from "./drafts.js";
import { listenToKeys } from "./keys.js";
import { pickLines } from "./pick.js";

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

showPassage();
listenToKeys(form);
keepDrafts(document.querySelector("form[data-review], form[data-kept]"));
const lines = document.querySelector("form[data-lines]");
if (lines) pickLines(lines);

// Keys for everything in a review. They never fire while somebody types, and can be turned off (WCAG 2.1.4).
const OFF = "samenspraak-keys-off";

const isTyping = (target) => target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
const hasOwnEnter = (target) => target.closest("a, button, summary, input, label");
const areOff = () => localStorage.getItem(OFF) === "yes";

/** Press the button or follow the link that has this key. */
function press(key) {
  const wanted = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key.split(" ").includes(key));
  wanted?.click();
  return Boolean(wanted);
}

/** Split where the cursor was in the text; without such a place, go and choose one. */
function split(form) {
  const text = form.elements.text;
  const place = text.selectionStart;
  const atCursor = form.querySelector("[data-at-cursor]");
  if (!atCursor || place <= 0 || place >= text.value.length) return press("s");
  form.elements.position.value = String(place);
  atCursor.click();
  return true;
}

function editText(form) {
  form.elements.text.focus();
  return true;
}

function showKeys() {
  const list = document.querySelector("[data-keys]");
  if (!list) return false;
  list.open = !list.open;
  list.querySelector("summary").focus();
  return true;
}

function act(key, form) {
  if (key === "?") return showKeys();
  if (form && key === "e") return editText(form);
  if (form && key === "s") return split(form);
  if (key === "ArrowRight") return press("j");
  if (key === "ArrowLeft") return press("k");
  return press(key);
}

export function listenToKeys(form) {
  let done = false; // one press, one step: a held key does not run through the document
  document.addEventListener("keydown", (event) => {
    const typing = isTyping(event.target);
    if (event.key === "Escape" && typing) return event.target.blur();
    if (event.key === "Enter" && event.ctrlKey && form?.contains(event.target)) return void press("Enter");
    if (typing || areOff() || done || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && hasOwnEnter(event.target)) return;
    if (event.key.startsWith("Arrow") && event.target.closest(".review-leaf__view, [type=radio]")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (act(key, form)) event.preventDefault();
  });
  form?.addEventListener("submit", () => { done = true; });
  window.addEventListener("pageshow", () => { done = false; });
  const toggle = document.querySelector("[data-switch]");
  if (!toggle) return;
  const box = toggle.querySelector("input");
  toggle.hidden = false;
  box.checked = !areOff();
  document.body.classList.toggle("review-no-keys", areOff());
  box.addEventListener("change", () => {
    localStorage.setItem(OFF, box.checked ? "no" : "yes");
    document.body.classList.toggle("review-no-keys", areOff());
  });
}

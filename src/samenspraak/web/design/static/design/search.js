// The key "/" leads to the search box, unless somebody is typing; and what may come later is put where it belongs.

const TYPING = "input, textarea, select, [contenteditable]";

document.addEventListener("keydown", (event) => {
  const box = document.querySelector("[data-search-box]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (!box || event.target.closest(TYPING) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  box.focus();
  box.select();
});

for (const place of document.querySelectorAll("[data-fetch]")) {
  fetch(place.dataset.fetch, { headers: { Accept: "text/html" } })
    .then((answer) => (answer.ok && !answer.redirected ? answer.text() : ""))
    .then((text) => {
      if (text) place.innerHTML = text; // our own page, made by our own templates
    })
    .catch(() => {}); // the link that stands there remains
}

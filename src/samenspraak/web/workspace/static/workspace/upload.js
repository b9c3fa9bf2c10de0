// Handing in files: drop them on the page, see what was chosen, and hear at once what is too large.
// Without this file the form works as it stands: a browser's own button to choose files.

const form = document.querySelector("[data-upload]");
const input = form.querySelector("input[type=file]");
const zone = form.querySelector("[data-drop]");
const list = form.querySelector("[data-chosen]");
const button = form.querySelector("[data-busy]");
const limit = Number(form.dataset.limit);
const tooLarge = form.querySelector("[data-too-large]");
const inUnit = (unit) => new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, maximumFractionDigits: 1 });
const megabytes = inUnit("megabyte");
const kilobytes = inUnit("kilobyte");

const isDrag = (event) => event.dataTransfer?.types.includes("Files");

function show() {
  list.replaceChildren(...[...input.files].map((file) => {
    const row = document.createElement("li");
    const name = document.createElement("span");
    name.className = "file-name";
    name.textContent = file.name;
    const size = document.createElement("span");
    size.className = "muted small";
    size.textContent = ` ${file.size < 1e6 ? kilobytes.format(file.size / 1e3) : megabytes.format(file.size / 1e6)}`;
    row.append(name, size);
    if (file.size > limit) row.append(tooLarge.content.cloneNode(true));
    return row;
  }));
}

// What is dropped beside the zone would otherwise be opened instead of this page.
for (const kind of ["dragover", "drop"]) {
  document.addEventListener(kind, (event) => { if (isDrag(event)) event.preventDefault(); });
}
for (const kind of ["dragenter", "dragover"]) {
  zone.addEventListener(kind, (event) => { if (isDrag(event)) zone.classList.add("drop-zone--over"); });
}
for (const kind of ["dragleave", "drop"]) {
  zone.addEventListener(kind, () => zone.classList.remove("drop-zone--over"));
}
zone.addEventListener("drop", (event) => {
  if (!isDrag(event)) return;
  const chosen = new DataTransfer();
  for (const file of [...input.files, ...event.dataTransfer.files]) chosen.items.add(file);
  input.files = chosen.files;
  show();
});
input.addEventListener("change", show);

form.addEventListener("submit", () => {
  const sendable = new DataTransfer();
  for (const file of input.files) if (file.size <= limit) sendable.items.add(file);
  // A file that is too large is not sent; when nothing else is left, the server says so for each.
  if (sendable.files.length) input.files = sendable.files;
  button.textContent = button.dataset.busy;
  button.setAttribute("aria-disabled", "true");
});
window.addEventListener("pageshow", show);

form.querySelector("[data-with-script]").hidden = false;

// What was typed stays on this machine until it was sent: also when signing in ran out in the middle.
const PREFIX = "samenspraak-draft:";
const DAYS = 14;
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "version", "position", "action", "chosen", "seen"]);

const values = (form) => [...new FormData(form)].filter(([name]) => !NOT_KEPT.has(name));

function forgetOld(now) {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    const at = JSON.parse(localStorage.getItem(key)).at;
    if (now - at > DAYS * 24 * 60 * 60 * 1000) localStorage.removeItem(key);
  }
}

function check(form, name, value) {
  for (const one of form.querySelectorAll(`[name="${name}"]`)) one.checked = one.value === value;
}

/** Put values back, row by row: several fields share a name. */
function fill(form, kept) {
  const seen = new Map();
  for (const [name, value] of kept) {
    const index = seen.get(name) ?? 0;
    seen.set(name, index + 1);
    const field = form.querySelectorAll(`[name="${name}"]`)[index];
    if (field?.type === "radio") check(form, name, value);
    else if (field) field.value = value;
    if (value && field?.closest("details")) field.closest("details").open = true;
  }
}

export function keepDrafts(form) {
  const sent = new URLSearchParams(location.search).get("na");
  for (const key of Object.keys(localStorage)) {
    if (sent && key.startsWith(PREFIX) && key.endsWith(`:${sent}`)) localStorage.removeItem(key);
  }
  forgetOld(Date.now());
  if (!form || form.querySelector("fieldset")?.disabled) return;
  const key = `${PREFIX}${form.dataset.person}:${form.dataset.id}`;
  const notice = form.querySelector("[data-draft]");
  const version = form.querySelector("[data-seen]");
  const original = values(form);
  const draft = JSON.parse(localStorage.getItem(key));
  if (draft && JSON.stringify(draft.values) !== JSON.stringify(original)) {
    fill(form, draft.values);
    // The version that was seen when it was typed: what others did since then shows as a choice, not as a loss.
    version.value = draft.version;
    notice.hidden = false;
  }
  form.addEventListener("input", () => {
    const kept = { at: Date.now(), version: version.value, values: values(form) };
    localStorage.setItem(key, JSON.stringify(kept));
  });
  notice.querySelector("[data-draft-drop]").addEventListener("click", () => {
    localStorage.removeItem(key);
    fill(form, original);
    version.value = form.dataset.version;
    notice.hidden = true;
  });
}

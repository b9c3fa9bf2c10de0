// My desk: keep what is typed. Every row is sent as soon as one stops typing; what cannot be sent stays on this
// device and is sent later. Without this script the button "Alles bewaren" does the same.
const PAUSE = 1200; // milliseconds after the last key
const FIELDS = ["light", "standing", "text", "next_step", "actual", "expected", "as_of"];

class Task {
  constructor(section, form) {
    this.section = section;
    this.words = form.dataset;
    this.token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    this.state = section.querySelector(".task__state");
    this.key = `samenspraak:${section.dataset.address}:${section.dataset.party}`;
    this.queue = Promise.resolve();
    this.restore();
    this.sent = JSON.stringify(this.values());
    section.addEventListener("input", () => this.later());
    section.addEventListener("change", () => this.later());
    window.addEventListener("online", () => this.now());
    if (this.restored) this.now(true);
  }

  field(name) {
    return [...this.section.querySelectorAll(`[name="${CSS.escape(this.section.dataset.prefix + name)}"]`)];
  }

  values() {
    return Object.fromEntries(FIELDS.map((name) => {
      const fields = this.field(name);
      const chosen = fields[0]?.type === "radio" ? fields.find((one) => one.checked) : fields[0];
      return [name, chosen?.value ?? ""];
    }));
  }

  restore() {
    const kept = JSON.parse(localStorage.getItem(this.key) ?? "null");
    if (!kept || String(kept.version) !== this.field("version")[0].value) return;
    for (const name of FIELDS) {
      for (const one of this.field(name)) {
        if (one.type === "radio") one.checked = one.value === kept.values[name];
        else one.value = kept.values[name];
      }
    }
    this.restored = true;
  }

  later() {
    this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE);
  }

  keep() {
    localStorage.setItem(this.key, JSON.stringify({ version: this.field("version")[0].value, values: this.values() }));
  }

  now(always = false) {
    clearTimeout(this.timer);
    this.queue = this.queue.then(() => this.send(always)); // one at a time, or the versions would clash
    return this.queue;
  }

  async send(always) {
    const values = this.values();
    if (!always && JSON.stringify(values) === this.sent) return;
    const version = this.field("version")[0];
    this.state.textContent = this.words.saving;
    const body = new URLSearchParams({ ...values, version: version.value, party: this.section.dataset.party });
    const headers = { Accept: "application/json", "X-CSRFToken": this.token };
    try {
      const response = await fetch(this.section.dataset.address, { method: "POST", body, headers, redirect: "error" });
      const answer = await response.json();
      if (!response.ok) {
        this.state.textContent = answer.theirs ? `${answer.message} ${this.words.theirs} “${answer.theirs}”` : answer.message;
        return;
      }
      version.value = answer.version;
      this.sent = JSON.stringify(values);
      if (JSON.stringify(this.values()) === this.sent) localStorage.removeItem(this.key);
      this.section.classList.add("task--done");
      this.state.textContent = this.words.saved;
    } catch {
      this.keep();
      this.state.textContent = this.words.kept;
    }
  }
}

for (const form of document.querySelectorAll(".desk-form")) {
  for (const section of form.querySelectorAll(".task")) new Task(section, form);
}

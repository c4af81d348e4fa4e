// What the page was given by the server, and small helpers that every part uses.

const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;

export const seat = meta("seat");
export const csrf = meta("csrf");
export const words = JSON.parse(document.getElementById("script-words").textContent);
export const framed = window.parent !== window;

export const byId = (id) => document.getElementById(id);

// Makes an element. Text is always set as text: nothing that anybody wrote is ever read as HTML.
export function make(tag, { className = "", text, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const kept = {
  read(name, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(`linli-${seat}-${name}`)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(`linli-${seat}-${name}`, JSON.stringify(value));
    } catch {
      // full or switched off: it holds as long as the page is open
    }
  },
};

export function toast(text) {
  const note = make("p", { className: "toast", text });
  byId("toasts").append(note);
  setTimeout(() => note.remove(), 6000);
}

// Large type, kept for each seat in this browser. A classic script in the head, so that the page is never drawn small
// first. When the service tells that its reader has chosen large letters ("linli-elder"), they come by themselves.
{
  const seat = document.querySelector('meta[name="seat"]').content;
  const here = new Map(); // holds for this visit, where storage is switched off in this browser
  const read = (name) => {
    try {
      return localStorage.getItem(`linli-${name}-${seat}`) ?? here.get(name);
    } catch {
      return here.get(name);
    }
  };
  const write = (name, on) => {
    here.set(name, on ? "1" : "0");
    try {
      localStorage.setItem(`linli-${name}-${seat}`, on ? "1" : "0");
    } catch {
      // it holds for this visit only
    }
  };
  const show = (large) => {
    document.documentElement.classList.toggle("large", large);
    document.getElementById("large")?.setAttribute("aria-pressed", String(large));
  };
  const choose = (large) => {
    write("large", large);
    show(large);
  };
  show(read("large") === "1");
  document.addEventListener("linli-elder", ({ detail: elder }) => {
    const before = read("elder");
    if (before === (elder ? "1" : "0")) return; // what was chosen on the page since then stays
    write("elder", elder);
    if (elder || before) choose(elder);
  });
  document.addEventListener("DOMContentLoaded", () => {
    show(read("large") === "1");
    document.getElementById("large").addEventListener("click", () => {
      choose(!document.documentElement.classList.contains("large"));
    });
  });
}

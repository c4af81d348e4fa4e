// Large type, kept for each seat. A classic script in the head, so that the page is never drawn small first.
{
  const key = `linli-large-${document.querySelector('meta[name="seat"]').content}`;
  const show = (large) => document.documentElement.classList.toggle("large", large);
  const kept = () => {
    try {
      return localStorage.getItem(key) === "1";
    } catch {
      return false; // storage is switched off in this browser
    }
  };
  show(kept());
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("large");
    button.setAttribute("aria-pressed", String(kept()));
    button.addEventListener("click", () => {
      const large = !document.documentElement.classList.contains("large");
      show(large);
      button.setAttribute("aria-pressed", String(large));
      try {
        localStorage.setItem(key, large ? "1" : "0");
      } catch {
        // it holds for this visit only
      }
    });
  });
}

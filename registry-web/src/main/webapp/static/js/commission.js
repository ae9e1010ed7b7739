// Marking a hub and a blade's tip, or the corners of panels, on a camera's picture: by pointer or by keyboard.
// Every mark is also a number in a field, so that nothing depends on seeing or pointing.
(() => {
  "use strict";
  const form = document.querySelector("form[data-commission]");
  if (!form) return;
  const rotor = form.dataset.kind === "ROTOR";
  const at = (id) => document.getElementById(id);
  const stage = at("stage"), shot = at("shot"), marks = at("marks"), told = at("told");
  const NS = "http://www.w3.org/2000/svg";
  const POINTS_MAX = rotor ? 2 : 64;
  let points = [];
  let cursor = { x: 0, y: 0 };

  at("file").addEventListener("change", () => {
    const file = at("file").files[0];
    if (!file) return;
    const reader = new FileReader(); // a data: address, because the policy of this site allows no blob: address
    reader.addEventListener("load", () => { shot.src = reader.result; });
    reader.readAsDataURL(file);
  });

  shot.addEventListener("load", () => {
    at("width").value = shot.naturalWidth;
    at("height").value = shot.naturalHeight;
    marks.setAttribute("viewBox", `0 0 ${shot.naturalWidth} ${shot.naturalHeight}`);
    cursor = { x: Math.round(shot.naturalWidth / 2), y: Math.round(shot.naturalHeight / 2) };
    for (const id of ["stage", "propose", "again"]) at(id).hidden = false;
    begin();
  });

  const begin = () => {
    points = [];
    write();
    say();
  };
  at("again").addEventListener("click", begin);

  const say = () => {
    const next = rotor
      ? ["Set the hub: click it, or move with the arrow keys and press Enter.", "Now set the tip of a blade.", "Hub and tip are set. Give a reason and keep this version."][points.length]
      : points.length < 3 ? `Set corner ${points.length + 1} of at least three.` : `${points.length} corners are set. Set more, or keep this version.`;
    told.textContent = next;
    draw();
  };

  const set = (point) => {
    if (points.length >= POINTS_MAX) points.pop();
    points.push(point);
    write();
    say();
  };

  const write = () => {
    if (rotor) {
      const [hub, tip] = points;
      at("hubX").value = hub ? hub.x : "";
      at("hubY").value = hub ? hub.y : "";
      at("radius").value = tip ? Math.round(Math.hypot(tip.x - hub.x, tip.y - hub.y)) : "";
    } else {
      at("polygon").value = points.map((point) => `${point.x},${point.y}`).join(" ");
    }
  };

  const shape = (name, attributes) => {
    const element = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    marks.append(element);
  };

  const draw = () => {
    marks.replaceChildren();
    const size = Math.max(6, shot.naturalWidth / 120);
    if (rotor && points.length === 2) {
      const radius = Math.hypot(points[1].x - points[0].x, points[1].y - points[0].y);
      shape("circle", { cx: points[0].x, cy: points[0].y, r: radius, class: "reach" });
    }
    if (!rotor && points.length > 1) shape("polygon", { points: points.map((p) => `${p.x},${p.y}`).join(" "), class: "reach" });
    for (const point of points) shape("circle", { cx: point.x, cy: point.y, r: size, class: "mark-point" });
    shape("path", { d: `M${cursor.x - 2 * size} ${cursor.y}h${4 * size}M${cursor.x} ${cursor.y - 2 * size}v${4 * size}`, class: "cross" });
  };

  const inside = (point) => ({
    x: Math.max(0, Math.min(shot.naturalWidth - 1, Math.round(point.x))),
    y: Math.max(0, Math.min(shot.naturalHeight - 1, Math.round(point.y))),
  });

  stage.addEventListener("click", (event) => {
    const box = shot.getBoundingClientRect();
    cursor = inside({
      x: ((event.clientX - box.left) / box.width) * shot.naturalWidth,
      y: ((event.clientY - box.top) / box.height) * shot.naturalHeight,
    });
    set(cursor);
  });

  stage.addEventListener("keydown", (event) => {
    const step = event.shiftKey ? 10 : 1;
    const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (move) {
      cursor = inside({ x: cursor.x + move[0], y: cursor.y + move[1] });
      told.textContent = `${cursor.x} from the left, ${cursor.y} from the top.`;
      draw();
    } else if (event.key === "Enter") set(cursor);
    else if (event.key === "Backspace") { points.pop(); write(); say(); }
    else return;
    event.preventDefault();
  });

  at("propose").addEventListener("click", async () => {
    told.textContent = "Looking …";
    const body = new FormData();
    body.append("file", at("file").files[0]);
    try {
      const answer = await fetch(form.dataset.propose, { method: "POST", body, headers: { "X-CSRF-Token": form.elements._csrf.value } });
      const found = answer.ok ? (await answer.json()).proposals?.[0] : null;
      if (!found) {
        told.textContent = "Nothing was found on this picture. Set the marks yourself.";
        return;
      }
      points = rotor ? [inside(found.hub), inside({ x: found.hub.x + found.radius, y: found.hub.y })] : found.polygon.map(inside);
      if (rotor) at("blades").value = found.blades;
      write();
      say();
    } catch {
      told.textContent = "The camera service cannot be reached just now. Set the marks yourself.";
    }
  });
})();

import { el, fill } from "./dom.js";
import { type Matrix, sizes } from "./matrix.js";
import { bandCell, bodyCell, columnCell, corner, rowHead } from "./matrix-cells.js";
import { bandRow, type Cell, header, inside, moved } from "./move.js";
import { windowOf } from "./offsets.js";

/** A grid of which only what can be seen is in the document. */
export interface Grid {
  readonly element: HTMLElement;
  /** Shows a matrix, with the cell that had the focus where it was. */
  readonly show: (matrix: Matrix, cell: Cell | null) => void;
}

/** `choose` is called for the cell that is clicked, or on which Enter or Space is pressed. */
export function newGrid(choose: (matrix: Matrix, cell: Cell) => void): Grid {
  const head = el("div", { role: "rowgroup", class: "heads" });
  const body = el("div", { role: "rowgroup", class: "rows" });
  const canvas = el("div", { class: "canvas", role: "presentation" }, head, body);
  const element = el(
    "div",
    { class: "grid", role: "grid", "aria-label": "Who has which permission set where" },
    canvas,
  );
  let matrix: Matrix | null = null;
  let active: Cell = { r: 0, c: 0 };
  let drawn = new Map<number, HTMLElement>();
  let drawnColumns = "";

  const draw = (): void => {
    if (matrix === null) return;
    const { rows, tops, lefts, columns } = matrix;
    const [top, left] = [element.scrollTop, element.scrollLeft];
    const hadFocus = element.contains(document.activeElement);
    const [r0, r1] = windowOf(tops, top, top + element.clientHeight, 3);
    // In steps of four, so that most scrolling sideways draws nothing anew.
    const [from, to] = windowOf(lefts, left, left + element.clientWidth - sizes.head, 1);
    const [c0, c1] = [from - (from % 4), Math.min(columns.list.length, to + 4 - (to % 4))];
    const shownColumns = numbers(c0, c1, active.c);
    const key = shownColumns.join();
    if (key !== drawnColumns) {
      drawHeads(head, matrix, shownColumns);
      for (const row of drawn.values()) row.remove();
      drawn = new Map();
      drawnColumns = key;
    }
    const wanted = new Set(rows.length === 0 ? [] : numbers(r0, r1, active.r));
    for (const [r, row] of drawn) {
      if (wanted.has(r)) continue;
      row.remove();
      drawn.delete(r);
    }
    // In the order of the rows, for screen readers and for Tab.
    let after: HTMLElement | null = null;
    for (const r of [...wanted].sort((a, b) => a - b)) {
      const known = drawn.get(r);
      const row = known ?? drawRow(matrix, r, shownColumns);
      if (known === undefined) {
        drawn.set(r, row);
        if (after === null) body.prepend(row);
        else after.after(row);
      }
      after = row;
    }
    mark(hadFocus);
  };

  const mark = (focus: boolean): void => {
    for (const old of element.querySelectorAll('[tabindex="0"]')) old.setAttribute("tabindex", "-1");
    const cell = element.querySelector<HTMLElement>(`[data-r="${active.r}"][data-c="${active.c}"]`);
    cell?.setAttribute("tabindex", "0");
    if (focus && cell !== document.activeElement) cell?.focus({ preventScroll: true });
  };

  const goTo = (cell: Cell): void => {
    if (matrix === null) return;
    active = cell;
    reveal(element, matrix, cell);
    draw();
    mark(true);
  };

  let waiting = false;
  element.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  });
  element.addEventListener("keydown", (event) => {
    if (matrix === null || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(matrix, active);
      return;
    }
    const page = Math.max(1, Math.floor((element.clientHeight - sizes.band - sizes.names) / 60));
    const next = moved(active, event.key, event.ctrlKey, matrix.columns, matrix.rows.length, page);
    if (next === null) return;
    event.preventDefault();
    goTo(next);
  });
  const cellAt = (event: Event): Cell | null => {
    const found = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-r]") : null;
    return found === null ? null : { r: Number(found.dataset["r"]), c: Number(found.dataset["c"]) };
  };
  element.addEventListener("focusin", (event) => {
    const cell = cellAt(event);
    if (cell === null || (cell.r === active.r && cell.c === active.c)) return;
    active = cell;
    mark(false);
  });
  element.addEventListener("click", (event) => {
    const cell = cellAt(event);
    if (cell === null || matrix === null) return;
    active = cell;
    mark(true);
    choose(matrix, cell);
  });
  new ResizeObserver(draw).observe(element);

  const show = (next: Matrix, cell: Cell | null): void => {
    const { rows, columns, tops, lefts } = next;
    const hadFocus = element.contains(document.activeElement);
    matrix = next;
    active = inside(cell ?? active, columns, rows.length);
    for (const row of drawn.values()) row.remove();
    drawn = new Map();
    drawnColumns = "none";
    canvas.style.width = `${sizes.head + (lefts.at(-1) ?? 0)}px`;
    canvas.style.height = `${sizes.band + sizes.names + (tops.at(-1) ?? 0)}px`;
    element.setAttribute("aria-rowcount", `${rows.length + 2}`);
    element.setAttribute("aria-colcount", `${columns.list.length + 1}`);
    draw();
    mark(hadFocus);
  };
  return { element, show };
}

/** From one number to before another, and one that must be among them. */
function numbers(from: number, end: number, also: number): readonly number[] {
  const list = Array.from({ length: Math.max(0, end - from) }, (_, i) => from + i);
  if (also < 0 || (also >= from && also < end)) return list;
  return also < from ? [also, ...list] : [...list, also];
}

function drawHeads(head: HTMLElement, matrix: Matrix, columns: readonly number[]): void {
  const bands = new Set(columns.map((c) => matrix.columns.list[c]?.band));
  const bandCells = [...bands].flatMap((band) => (band === undefined ? [] : [bandCell(matrix, band)]));
  const label = matrix.context.state.by === "ou" ? "OU" : "Account type";
  fill(
    head,
    el("div", { role: "row", class: "row bands", "aria-rowindex": 1 }, corner(bandRow, label), ...bandCells),
    el(
      "div",
      { role: "row", class: "row names", "aria-rowindex": 2 },
      corner(header, "Group or user"),
      ...columns.map((c) => columnCell(matrix, c)),
    ),
  );
}

function drawRow(matrix: Matrix, r: number, columns: readonly number[]): HTMLElement {
  const [top, bottom] = [matrix.tops[r] ?? 0, matrix.tops[r + 1] ?? 0];
  const row = el(
    "div",
    { role: "row", class: `row body ${r % 2 === 0 ? "even" : "odd"}`, "aria-rowindex": r + 3 },
    rowHead(matrix, r),
    ...columns.map((c) => bodyCell(matrix, r, c)),
  );
  row.style.top = `${top}px`;
  row.style.height = `${bottom - top}px`;
  return row;
}

/** Scrolls as little as shows the whole cell beside the headings, which stay. */
function reveal(element: HTMLElement, { tops, lefts }: Matrix, { r, c }: Cell): void {
  if (r >= 0) {
    const room = element.clientHeight - sizes.band - sizes.names;
    const [top, bottom] = [tops[r] ?? 0, tops[r + 1] ?? 0];
    element.scrollTop = Math.min(top, Math.max(element.scrollTop, bottom - room));
  }
  if (c >= 0) {
    const room = element.clientWidth - sizes.head;
    const [left, right] = [lefts[c] ?? 0, lefts[c + 1] ?? 0];
    element.scrollLeft = Math.min(left, Math.max(element.scrollLeft, right - room));
  }
}

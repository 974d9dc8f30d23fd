extension Script {
  /// Cells edited in place, and cards of boards moved by hand.
  static let cells: StaticString = #"""
    // Cells: a double click or Enter opens the field's own control, the server says what became.
    onPage((main) => {
      const table = $(".grid[data-columns]", main);
      if (!table) return;
      const fieldOf = (cell) => {
        const head = cell && $("thead tr", table).cells[cell.cellIndex];
        return cell?.closest("tbody") && head?.dataset.field;
      };
      const edit = async (cell) => {
        const field = fieldOf(cell);
        if (!field || $("form", cell)) return;
        const path = $(".open", cell.closest("tr")).pathname;
        const answer = await fetch(`${path}/cell?field=${encodeURIComponent(field)}`);
        if (!answer.ok || answer.redirected) return location.reload();
        open(cell, await answer.text());
      };
      const open = (cell, html, old = [...cell.childNodes]) => {
        const form = document.adoptNode($("form", parsed(html)));
        let isOver = false;
        const close = () => {
          if (isOver) return;
          isOver = true;
          cell.classList.remove("editing");
          cell.replaceChildren(...old);
          (($(".open", cell)) ?? cell).focus();
        };
        const save = async () => {
          if (isOver) return;
          isOver = true;
          const body = new FormData(form);
          body.set("columns", table.dataset.columns);
          body.set("back", here());
          const answer = await post(form.action, body);
          if (answer.redirected) return location.reload();
          const text = await answer.text();
          if ($("form.cell", parsed(text))) return open(cell, text, old);
          isOver = false;
          if (!answer.ok) return close();
          take(cell, text);
        };
        cell.classList.add("editing");
        cell.replaceChildren(form);
        $$(".pick", form).forEach(suggest);
        const input = $("input:not([type=hidden]):not([hidden]), select:not([hidden]), textarea",
          form);
        const before = new URLSearchParams(new FormData(form)).toString();
        input.focus();
        input.select?.();
        form.addEventListener("submit", (event) => {
          event.preventDefault();
          save();
        });
        form.addEventListener("change", (event) => {
          if (event.target.matches("select:not([hidden])")) save();
        });
        form.addEventListener("keydown", (event) => {
          event.stopPropagation();
          if (event.key === "Escape") close();
          else if (event.key === "Enter" && event.target.matches("textarea") && event.ctrlKey) {
            save();
          }
        });
        form.addEventListener("focusout", (event) => {
          if (form.contains(event.relatedTarget)) return;
          if ($(".fixed", form)) return close();
          if ($(".error", form)) return;
          const now = new URLSearchParams(new FormData(form)).toString();
          if (now === before) close();
          else save();
        });
      };
      const take = (cell, html) => {
        const answer = parsed(html);
        const row = document.adoptNode($("tr", answer));
        if (!table.matches(".ticked")) $(".sel", row)?.remove();
        const at = cell.cellIndex;
        cell.closest("tr").replaceWith(row);
        row.cells[at].tabIndex = -1;
        ($(".open", row.cells[at]) ?? row.cells[at]).focus();
        tell($("div.done", answer));
      };
      table.addEventListener("dblclick", (event) => {
        if (!event.target.closest("a, input, form")) edit(event.target.closest("td, th"));
      });
      table.addEventListener("click", (event) => {
        const cell = event.target.closest("td:not(.sel)");
        if (!cell || event.target.closest("a, input, form, summary")) return;
        cell.tabIndex = -1;
        cell.focus();
      });
      table.addEventListener("keydown", (event) => {
        const isEnter = event.key === "Enter" && event.target.matches("td");
        if (!isEnter && event.key !== "F2") return;
        event.preventDefault();
        edit(event.target.closest("td, th"));
      });
    });

    """#

  static let boards: StaticString = #"""
    // Boards: cards are dragged, by touch after a moment's hold; the menu of a card does the same.
    onPage((main) => {
      const chart = $(".gantt", main);
      if (chart) {
        const now = $(".now", chart);
        if (now) chart.scrollLeft = now.x1.baseVal.value - chart.clientWidth / 3;
      }
      const board = $(".board[data-field]", main);
      if (!board) return;
      let drag = null;
      const lanes = () => $$(".lane", board);

      const move = async (card, lane) => {
        const [home, next] = [card.parentElement, card.nextElementSibling];
        const { field, csrf } = board.dataset;
        $("ul", lane).prepend(card);
        card.classList.add("busy");
        const answer = await post(`${$(".open", card).pathname}/move`, {
          csrf, field, version: card.dataset.version, value: lane.dataset.value, back: here(),
        });
        if (answer.ok) return swap(await answer.text());
        card.classList.remove("busy");
        home.insertBefore(card, next);
        ask(await answer.text(), main);
      };
      const swap = (html) => {
        const next = parsed(html);
        if (!$(".board", next)) return location.reload();
        const scrolls = [board.scrollLeft, ...lanes().map((lane) => $("ul", lane).scrollTop)];
        show(next, { at: [scrollY] });
        const now = $(".board");
        now.scrollLeft = scrolls[0];
        $$(".lane ul", now).forEach((list, i) => { list.scrollTop = scrolls[i + 1] ?? 0; });
      };

      board.addEventListener("click", async (event) => {
        const link = event.target.closest(".move");
        if (!link) return;
        event.preventDefault();
        const card = link.closest("li");
        const dialog = ask(await (await fetch(link.href)).text(), main);
        dialog.addEventListener("submit", (submit) => {
          submit.preventDefault();
          const lane = lanes().find((lane) => lane.dataset.value === submit.submitter.value);
          dialog.close();
          if (lane) move(card, lane);
        });
      });

      const lift = () => {
        drag.isOn = true;
        // A lane clips what it holds, so that a copy is carried over the board.
        const { left, top, width } = drag.card.getBoundingClientRect();
        drag.ghost = drag.card.cloneNode(true);
        drag.ghost.className = "ghost";
        Object.assign(drag.ghost.style, {
          left: `${left}px`, top: `${top}px`, width: `${width}px`,
        });
        drag.card.classList.add("drag");
        board.append(drag.ghost);
        board.setPointerCapture(drag.id);
      };
      const end = () => {
        clearTimeout(drag?.timer);
        if (drag?.isOn) {
          drag.card.classList.remove("drag");
          drag.ghost.remove();
          board.addEventListener("click", (event) => {
            event.preventDefault();
            event.stopPropagation();
          }, { capture: true, once: true });
          setTimeout(() => {
            board.dispatchEvent(new Event("click"));
          });
        }
        for (const lane of lanes()) lane.classList.remove("over");
        drag = null;
      };
      const laneAt = (event) =>
        document.elementsFromPoint(event.clientX, event.clientY)
          .find((element) => element.matches(".lane"));
      board.addEventListener("dragstart", (event) => event.preventDefault());
      board.addEventListener("pointerdown", (event) => {
        const card = event.target.closest("li");
        if (!card || event.button || event.target.closest(".move")) return;
        drag = { card, id: event.pointerId, x: event.clientX, y: event.clientY, isOn: false };
        drag.isTouch = event.pointerType === "touch";
        if (drag.isTouch) drag.timer = setTimeout(lift, 300);
      });
      board.addEventListener("pointermove", (event) => {
        if (!drag || event.pointerId !== drag.id) return;
        const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
        if (!drag.isOn) {
          if (Math.hypot(dx, dy) < 6) return;
          if (drag.isTouch) return end();
          lift();
        }
        drag.ghost.style.translate = `${dx}px ${dy}px`;
        const over = laneAt(event);
        for (const lane of lanes()) lane.classList.toggle("over", lane === over);
        const { left, right } = board.getBoundingClientRect();
        if (event.clientX > right - 48) board.scrollLeft += 12;
        if (event.clientX < left + 48) board.scrollLeft -= 12;
      });
      board.addEventListener("pointerup", (event) => {
        if (!drag) return;
        const { card, isOn } = drag;
        const lane = isOn && laneAt(event);
        end();
        if (lane && lane !== card.closest(".lane")) move(card, lane);
      });
      board.addEventListener("pointercancel", end);
      board.addEventListener("touchmove", (event) => {
        if (drag?.isOn) event.preventDefault();
      }, { passive: false });
    });

    """#
}

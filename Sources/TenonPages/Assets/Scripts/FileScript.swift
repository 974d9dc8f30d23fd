extension Script {
  /// Files of a form: sent as soon as they are chosen or dropped; the form carries their ids.
  static let files: StaticString = #"""
    let sending = 0;
    let waiting = null;
    document.addEventListener("submit", (event) => {
      if (!sending || !$("[data-files]", event.target)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = event.target;
    }, true);
    function takeFiles(place) {
      const list = $("ul", place);
      const input = $("input[type=file]", place);
      const words = place.dataset;
      const note = document.createElement("p");
      let dragged = null;
      note.className = "error";
      note.setAttribute("role", "status");
      place.append(note);
      $(".help", place)?.remove();

      const make = (name, text, parent) => {
        const element = document.createElement(name);
        if (text) element.textContent = text;
        parent.append(element);
        return element;
      };
      const choose = make("label", words.choose, place);
      choose.className = "button";
      choose.htmlFor = input.id;
      input.classList.add("vh");
      input.after(choose);
      const changed = () => list.dispatchEvent(new Event("input", { bubbles: true }));
      const dress = (item) => {
        const button = make("button", "×", item);
        const name = $("span", item).textContent;
        $("input", item).hidden = true;
        button.type = "button";
        button.className = "cut";
        button.title = words.move;
        button.setAttribute("aria-label", `${words.remove} ${name}`);
        button.addEventListener("click", () => {
          item.remove();
          note.textContent = "";
          changed();
          input.focus();
        });
        button.addEventListener("keydown", (event) => {
          if (!event.altKey || !/^Arrow(Up|Down)$/.test(event.key)) return;
          event.preventDefault();
          if (event.key === "ArrowUp") item.previousElementSibling?.before(item);
          else item.nextElementSibling?.after(item);
          button.focus();
          changed();
        });
        item.draggable = true;
        item.addEventListener("dragstart", () => { dragged = item; });
        item.addEventListener("dragend", () => {
          dragged = null;
          changed();
        });
      };
      const size = (bytes) => bytes < 1000 ? `${bytes} B` : bytes < 1e6
        ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
      const done = (item, file) => {
        const label = document.createElement("label");
        const box = make("input", "", label);
        box.type = "checkbox";
        box.checked = true;
        box.name = input.name;
        box.value = file.id;
        if (file.width) {
          const picture = make("img", "", label);
          picture.src = `${words.to}/${file.id}/thumb?size=96`;
          picture.alt = "";
          picture.width = picture.height = 32;
        }
        make("span", file.name, label);
        make("small", size(file.size), label);
        item.replaceChildren(label);
        dress(item);
        changed();
      };
      const send = (file) => {
        const item = make("li", "", list);
        const bar = document.createElement("progress");
        const request = new XMLHttpRequest();
        const body = new FormData();
        make("span", file.name, item);
        item.append(bar);
        body.append("file", file);
        sending += 1;
        request.upload.addEventListener("progress", (event) => {
          if (event.lengthComputable) bar.value = event.loaded / event.total;
        });
        request.addEventListener("loadend", () => {
          sending -= 1;
          let answer = {};
          try {
            answer = JSON.parse(request.responseText);
          } catch {
            answer.detail = words.failed;
          }
          if (request.status === 201) {
            done(item, answer.data[0]);
            if (!sending) waiting?.requestSubmit();
            return;
          }
          waiting = null;
          item.remove();
          note.textContent = `${file.name}: ${answer.detail ?? answer.title}`;
        });
        request.open("POST", words.to);
        request.setRequestHeader("X-CSRF-Token", input.form.elements.csrf.value);
        request.send(body);
      };
      const take = (files) => {
        note.textContent = "";
        for (const file of files) {
          if (words.limit && list.children.length >= Number(words.limit)) {
            note.textContent = words.many;
            break;
          }
          send(file);
        }
        input.value = "";
      };

      $$("li", list).forEach(dress);
      input.addEventListener("change", () => take([...input.files]));
      place.addEventListener("dragover", (event) => {
        const over = event.target.closest("li");
        const isFile = event.dataTransfer.types.includes("Files");
        if (dragged || isFile) event.preventDefault();
        place.classList.toggle("over", isFile);
        if (!dragged || !over || over === dragged) return;
        if (over.compareDocumentPosition(dragged) & 2) over.before(dragged);
        else over.after(dragged);
      });
      place.addEventListener("dragleave", () => place.classList.remove("over"));
      place.addEventListener("drop", (event) => {
        place.classList.remove("over");
        if (!event.dataTransfer.files.length) return;
        event.preventDefault();
        take([...event.dataTransfer.files]);
      });
    }
    onPage((main) => $$("[data-files]", main).forEach(takeFiles));

    """#
}

namespace Sallyport.Cli.Audit;

/// <summary>The page of the report. It loads nothing, and its policy forbids it to.</summary>
internal static class ReportPage
{
    public const string Text = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <title>Sallyport: the record</title>
        <style>
        :root { color-scheme: light dark; --ink: #1b1f24; --dim: #59636e; --paper: #fff; --card: #f6f8fa; --line: #d1d9e0; --tag: #fff;
          --allow: #1a7f37; --warn: #9a6700; --ask: #8250df; --deny: #cf222e; --redact: #0969da; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9198a1; --paper: #0d1117; --card: #151b23; --line: #3d444d; --tag: #0d1117;
          --allow: #3fb950; --warn: #d29922; --ask: #ab7df8; --deny: #f85149; --redact: #4493f8; } }
        * { box-sizing: border-box }
        body { margin: 0 auto; max-width: 78rem; padding: 1.5rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper) }
        h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1rem; margin: 0 0 .5rem }
        .dim { color: var(--dim) } .mono { font-family: ui-monospace, monospace; font-size: .85em; overflow-wrap: anywhere }
        .numbers, .cards { display: grid; gap: 1rem; margin: 1rem 0 }
        .numbers { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)) } .cards { grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)) }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem }
        .number { font-size: 1.6rem; font-weight: 600 }
        .item { display: flex; gap: .5rem; width: 100%; border: 0; background: none; color: inherit; font: inherit; text-align: left; padding: .2rem .3rem; cursor: pointer; border-radius: 4px }
        .item:hover, .item:focus-visible { background: var(--line) } .item span:first-child { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
        .days { display: flex; align-items: flex-end; gap: 3px; height: 9rem; overflow-x: auto }
        .axis { display: flex; justify-content: space-between; font-size: .8rem } .legend { display: flex; gap: .4rem; margin-top: .4rem }
        .day { flex: 1; min-width: 12px; max-width: 60px; display: flex; flex-direction: column-reverse; height: 100%; border: 0; padding: 0; background: none; cursor: pointer }
        .tag { color: var(--tag); background: var(--dim); border-radius: 4px; padding: 0 .4rem; font-size: .8rem }
        .allow { background: var(--allow) } .warn { background: var(--warn) } .ask { background: var(--ask) } .deny { background: var(--deny) } .redact { background: var(--redact) }
        table { width: 100%; border-collapse: collapse } th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top }
        tbody tr { cursor: pointer } tbody tr:hover { background: var(--card) }
        td.what { max-width: 34rem; overflow-wrap: anywhere } .steps { white-space: pre-wrap }
        input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .3rem .6rem; min-width: 16rem }
        #clear { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .3rem .8rem; cursor: pointer }
        </style>
        </head>
        <body>
        <h1>Sallyport: the record</h1>
        <div class="dim" id="span"></div>
        <div class="mono dim" id="verified"></div>
        <div class="numbers" id="numbers"></div>
        <div class="card"><h2>Decisions over time</h2><div class="days" id="days"></div><div class="axis dim" id="axis"></div><div class="legend" id="legend"></div></div>
        <div class="cards" id="cards"></div>
        <div class="card">
          <h2>Rows <span class="dim" id="shown"></span></h2>
          <p><input id="find" placeholder="find in the rows" aria-label="find in the rows"> <button id="clear">show all</button></p>
          <table><thead><tr><th>row</th><th>time</th><th>kind</th><th>verdict</th><th>tool</th><th>what</th></tr></thead><tbody id="rows"></tbody></table>
        </div>
        <script type="application/json" id="data">/*DATA*/</script>
        <script>
        "use strict";
        const data = JSON.parse(document.getElementById("data").textContent);
        const verdicts = ["allow", "warn", "ask", "deny", "redact"];
        let filter = null, words = "";
        const el = (tag, text, name) => { const e = document.createElement(tag); if (text !== undefined) e.textContent = text; if (name) e.className = name; return e; };
        const at = id => document.getElementById(id);
        const count = (list, key) => (list.find(i => i[0] === key) || [0, 0])[1];
        const show = (label, test) => { filter = { label, test }; draw(); at("shown").scrollIntoView({ behavior: "smooth" }); };
        at("span").textContent = data.total ? data.first + " to " + data.last : "nothing was recorded";
        at("verified").textContent = data.verified;
        const number = (n, label, test) => { const c = el("button", undefined, "card item"); const d = el("span"); d.append(el("div", n.toLocaleString(), "number"), el("div", label, "dim")); c.append(d); c.onclick = () => show(label, test); at("numbers").append(c); };
        number(data.total, "rows", () => true);
        for (const v of ["allow", "warn", "ask", "deny"]) number(count(data.verdicts, v), v, r => r.kind === "decision" && r.verdict === v);
        number(data.sessions.length, "sessions", r => r.session);
        number(Math.round(data.p95 / 100) / 10, "ms at 95 %", r => r.duration >= data.p95);
        const most = Math.max(1, ...data.days.map(d => d.verdicts.reduce((s, v) => s + v[1], 0)));
        for (const d of data.days) {
          const b = el("button", undefined, "day"); b.title = d.day + ": " + d.verdicts.map(v => v[1] + " " + v[0]).join(", "); b.setAttribute("aria-label", b.title);
          for (const v of verdicts) { const n = count(d.verdicts, v); if (n) { const s = el("span", undefined, v); s.style.height = 100 * n / most + "%"; b.append(s); } }
          b.onclick = () => show(d.day, r => r.time.startsWith(d.day)); at("days").append(b);
        }
        if (data.days.length) at("axis").append(el("span", data.days[0].day.replace("T", " ")), el("span", data.days[data.days.length - 1].day.replace("T", " ")));
        for (const v of ["allow", "warn", "ask", "deny"]) at("legend").append(el("span", v, "tag " + v));
        const card = (title, list, test) => {
          const c = el("div", undefined, "card"); c.append(el("h2", title));
          if (!list.length) c.append(el("div", "none", "dim"));
          for (const [key, n] of list.slice(0, 10)) { const b = el("button", undefined, "item"); b.append(el("span", key), el("span", n.toLocaleString(), "dim")); b.onclick = () => show(title + ": " + key, r => test(r, key)); c.append(b); }
          at("cards").append(c);
        };
        const drift = data.rules.filter(r => r[0].startsWith("plan."));
        card("Rules", data.rules.filter(r => !r[0].startsWith("plan.")), (r, key) => r.rules.includes(key));
        card("Drift from the plan", drift, (r, key) => r.rules.includes(key));
        card("Redactions and findings", data.findings, (r, key) => r.findings.includes(key));
        card("Sessions", data.sessions, (r, key) => r.session === key);
        card("Tools", data.tools, (r, key) => r.tool === key);
        const slow = data.rows.filter(r => r.duration).sort((a, b) => b.duration - a.duration).slice(0, 10);
        card("Slowest hooks, ms", slow.map(r => ["row " + r.seq + ", " + r.kind + " " + r.tool, Math.round(r.duration / 100) / 10]), (r, key) => key.startsWith("row " + r.seq + ","));
        const draw = () => {
          const body = at("rows"); body.textContent = "";
          const found = data.rows.filter(r => (!filter || filter.test(r)) && (!words || JSON.stringify(r).toLowerCase().includes(words)));
          at("shown").textContent = (filter ? filter.label + ": " : "") + found.length + " of the last " + data.rows.length;
          for (const r of found.slice(-500).reverse()) {
            const tr = el("tr"), v = el("td"); if (r.verdict) v.append(el("span", r.verdict, "tag " + (verdicts.includes(r.verdict) ? r.verdict : "")));
            tr.append(el("td", r.seq, "dim"), el("td", r.time.slice(0, 19).replace("T", " ")), el("td", r.kind), v, el("td", r.tool), el("td", r.what, "what mono"));
            tr.onclick = () => { if (tr.open) { tr.open.remove(); tr.open = null; return; } const d = el("tr"), c = el("td", ["session " + r.session, ...r.rules.map(x => "rule " + x), ...r.steps].join("\n"), "steps mono"); c.colSpan = 6; d.append(c); tr.after(d); tr.open = d; };
            body.append(tr);
          }
        };
        at("find").oninput = e => { words = e.target.value.toLowerCase(); draw(); };
        at("clear").onclick = () => { filter = null; words = ""; at("find").value = ""; draw(); };
        draw();
        </script>
        </body>
        </html>
        """;
}

/* What a clause pays, in the browser: reads what people type and runs the Programs that
   `zhaoshang/awards` compiles. The same as `interpreter.py`, `instalments.py` and `entry.py`; a test runs thousands
   of random awards through both and finds no difference. Whole numbers only (BigInt), no eval, no request, no module
   loader, so that it works from a disk.

   ZhaoshangAwards.evaluate(program, inputs) → answer   inputs: {id: what was typed, or a BigInt from read}
   ZhaoshangAwards.combine(figure, answers)  → answer or null   as `together.py` does; figure: total, highest or none
   ZhaoshangAwards.read(input, typed)        → {value} or {problem: {code, arguments}}
   ZhaoshangAwards.message(problem, words)   → words[code] with its gaps filled
   ZhaoshangAwards.yuan(fen)                 → "1,234.50"
   ZhaoshangAwards.trace(program, answer)    → [{year, text, low, high, unit}], low and high as decimals or null */
(function (root) {
  "use strict";

  // Without limit: a number that no sum can reach. The compiler sees to it.
  const ENDLESS = 10n ** 400n;
  const ENDLESS_FROM = 10n ** 300n;
  const ENDLESS_FEN = 10n ** 200n;

  /* ---- what people type ---- */

  const SCALES = {
    十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12,
    thousand: 3, million: 6, billion: 9, trillion: 12,
  };
  const SCALE_WORDS = Object.keys(SCALES).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const MAX_LENGTH = 60;
  const DIGITS = /^(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?$/;
  const PARTS = /^([^0-9.,-]*)(-?)([0-9.,]+)([\s\S]*)$/;
  const DATE = /^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$/;
  const DAYS_BEFORE_1970 = 719163;

  class Problem extends Error {
    constructor(code, args) {
      super(code);
      this.code = code;
      this.arguments = args || {};
    }
  }

  function halfWidth(typed) {
    return typed
      .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xFEE0))
      .replace(/[\u3000\u00A0]/g, " ")
      .replace(/\u2212/g, "-")
      .replace(/\uFE6A/g, "%")
      .replace(/\uFFE5/g, "¥")
      .replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  }

  function readEntry(given, typed) {
    const text = halfWidth(typed);
    if (!text) throw new Problem("Z661");
    if ([...text].length > MAX_LENGTH) throw new Problem("Z662", { typed: [...text].slice(0, MAX_LENGTH).join("") + "…" });
    if (given.entry === "figure") return readFigure(given, text);
    if (given.entry === "date") return readDate(text);
    return given.entry === "flag" ? readFlag(text) : readChoice(given, text);
  }

  function readFigure(given, text) {
    const match = PARTS.exec(text.replace(/ /g, ""));
    if (!match) throw new Problem("Z663", { typed: text });
    const [, before, sign, digits, after] = match;
    if (sign) throw new Problem("Z664", { typed: text });
    if (!DIGITS.test(digits)) throw new Problem("Z663", { typed: text });
    const [scale, unit] = cutScale(given, after);
    const [above, below] = sizeOfTyped(given, before, unit, text);
    const [whole, part = ""] = digits.replace(/,/g, "").split(".");
    const top = BigInt(whole + part) * 10n ** BigInt(scale + given.decimals) * above;
    const bottom = 10n ** BigInt(part.length) * below;
    if (top > BigInt(given.most) * bottom) throw new Problem("Z665", { typed: text });
    if (top % bottom) throw new Problem("Z666", { typed: text, decimals: String(given.decimals) });
    if (given.positive && !top) throw new Problem("Z667", { typed: text });
    return top / bottom;
  }

  // A unit that begins like a scale word stays whole: 千瓦.
  function cutScale(given, after) {
    if (sizeOf(given, after) !== null) return [0, after];
    const lower = after.toLowerCase();
    const word = SCALE_WORDS.find((candidate) => lower.startsWith(candidate));
    return word ? [SCALES[word], after.slice(word.length)] : [0, after];
  }

  function sizeOfTyped(given, before, after, text) {
    const sizes = [before, after].filter(Boolean).map((word) => sizeOf(given, word));
    if (sizes.includes(null) || new Set(sizes).size > 1) {
      const units = given.units.slice(0, 6).map(knownAs).join(", ");
      throw new Problem("Z668", { typed: text, units });
    }
    const [above, below = "1"] = (sizes[0] || "1").split("/");
    return [BigInt(above), BigInt(below)];
  }

  // As both readers know it: 元 (RMB), 亩 (mu), %.
  function knownAs(unit) {
    const [first] = unit.spelled;
    const plain = unit.spelled.find((spelled) => !/[\u4E00-\u9FFF]/.test(spelled)) || first;
    return plain === first ? first : `${first} (${plain})`;
  }

  function sizeOf(given, word) {
    const alike = (spelled) => word === spelled || (spelled.length > 2 && word.toLowerCase() === spelled.toLowerCase());
    const unit = given.units.find((candidate) => candidate.spelled.some(alike));
    return unit ? unit.size : null;
  }

  function readDate(text) {
    const match = DATE.exec(text.replace(/ /g, ""));
    if (!match) throw new Problem("Z669", { typed: text });
    const [year, month, day] = match.slice(1).map(Number);
    const at = new Date(Date.UTC(2000, month - 1, day));
    at.setUTCFullYear(year, month - 1, day);
    const exists = year > 0 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
    if (!exists) throw new Problem("Z669", { typed: text });
    return BigInt(Math.round(at.getTime() / 86400000) + DAYS_BEFORE_1970);
  }

  function readFlag(text) {
    const lower = text.toLowerCase();
    if (["true", "yes", "是", "1"].includes(lower)) return 1n;
    if (["false", "no", "否", "0"].includes(lower)) return 0n;
    throw new Problem("Z670", { typed: text });
  }

  function readChoice(given, text) {
    const place = given.options.findIndex((option) => option.id === text || Object.values(option.name).includes(text));
    if (place >= 0) return BigInt(place);
    throw new Problem("Z671", { typed: text, options: given.options.map((option) => option.id).join(", ") });
  }

  function read(given, typed) {
    try {
      return { value: readEntry(given, String(typed)) };
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return { problem: { code: problem.code, arguments: problem.arguments } };
    }
  }

  function message(problem, words) {
    return words[problem.code].replace(/\{(\w+)\}/g, (gap, name) => (name in problem.arguments ? problem.arguments[name] : gap));
  }

  /* ---- trees as functions ---- */

  class Missing extends Error {}

  // How a tree is walked: to which end of its spans, and whether the trace is written down.
  const LOW = { end: "low", traced: false };
  const HIGH = { end: "high", traced: false };

  const some = (values, choose) => values.reduce((best, value) => (choose(value, best) ? value : best));

  const FIGURES = {
    number(node) {
      const value = node.is === null ? ENDLESS : BigInt(node.is);
      return () => value;
    },
    input(node) {
      return (run) => {
        const value = run.values.get(node.id);
        if (value === undefined) throw new Missing();
        return value;
      };
    },
    sum(node, way) {
      const parts = node.of.map((part) => figure(part, way));
      return (run) => parts.reduce((total, part) => total + part(run), 0n);
    },
    product(node, way) {
      const parts = node.of.map((part) => figure(part, way));
      return (run) => parts.reduce((total, part) => total * part(run), 1n);
    },
    least(node, way) {
      const parts = node.of.map((part) => figure(part, way));
      return (run) => some(parts.map((part) => part(run)), (value, best) => value < best);
    },
    greatest(node, way) {
      const parts = node.of.map((part) => figure(part, way));
      return (run) => some(parts.map((part) => part(run)), (value, best) => value > best);
    },
    less(node, way) {
      const of = figure(node.of, way);
      const by = figure(node.by, way);
      return (run) => {
        const left = of(run) - by(run);
        return left > 0n ? left : 0n;
      };
    },
    floor(node, way) {
      const of = figure(node.of, way);
      const by = BigInt(node.by);
      return (run) => of(run) / by;
    },
    span(node, way) {
      return figure(node[way.end], way);
    },
    pick(node, way) {
      const cases = node.cases.map((entry) => [test(entry.if), figure(entry.then, way)]);
      const otherwise = figure(node.else, way);
      return (run) => {
        for (const [holds, then] of cases) if (holds(run)) return then(run);
        return otherwise(run);
      };
    },
    note(node, way) {
      const of = figure(node.of, way);
      if (!way.traced) return of;
      return (run) => {
        const value = of(run);
        run.steps.push([node.note, value]);
        return value;
      };
    },
    open(node, way) {
      const value = way.end === "low" ? 0n : ENDLESS;
      return (run) => {
        run.opens.push([node.as, node.note]);
        return value;
      };
    },
    thing(node) {
      return (run) => {
        run.things.push(node.note);
        return 0n;
      };
    },
    fail(node) {
      return (run) => {
        run.failed.push(node.note);
        return 0n;
      };
    },
  };

  function figure(node, way) {
    return FIGURES[node.do](node, way);
  }

  function test(node) {
    if (node.do === "within") {
      const of = figure(node.of, LOW);
      const low = node.low === null ? -ENDLESS : BigInt(node.low);
      const high = node.high === null ? ENDLESS : BigInt(node.high);
      return (run) => {
        const value = of(run);
        return low <= value && value <= high;
      };
    }
    const parts = node.of.map(test);
    return (run) => {
      const held = parts.reduce((count, part) => count + (part(run) ? 1 : 0), 0);
      return node.least <= held && held <= node.most;
    };
  }

  function isWide(node) {
    if (Array.isArray(node)) return node.some(isWide);
    if (node === null || typeof node !== "object") return false;
    return node.do === "span" || node.do === "open" || Object.values(node).some(isWide);
  }

  const prepared = new WeakMap();

  function prepare(program) {
    if (!prepared.has(program)) prepared.set(program, program.readings.map(prepareReading));
    return prepared.get(program);
  }

  function prepareReading(reading) {
    const trees = reading.years.map((year) => year.of);
    const ways = trees.some(isWide) ? [LOW, HIGH] : [LOW];
    let traced = null;
    return {
      names: reading.names,
      scale: BigInt(reading.scale),
      counts: reading.years.map((year) => year.count),
      ends: ways.map((way) => trees.map((tree) => figure(tree, way))),
      ceiling: reading.total === null ? null : figure(reading.total, LOW),
      payout: reading.payout.map(share),
      split: reading.split.map(share),
      // The same trees with the lines of the trace, for both ends; the last is the ceiling over the years.
      get traced() {
        const all = reading.total === null ? trees : [...trees, reading.total];
        traced = traced || [LOW, HIGH].map(({ end }) => all.map((tree) => figure(tree, { end, traced: true })));
        return traced;
      },
    };
  }

  function share(part) {
    const [above, below] = part.share || ["0", "0"];
    return { note: part.note, above: BigInt(above), below: BigInt(below), sum: part.sum === undefined ? null : BigInt(part.sum) };
  }

  /* ---- from what is due to what is paid ---- */

  const least = (one, other) => (one < other ? one : other);
  const total = (values) => values.reduce((sum, value) => sum + value, 0n);
  const roundHalfUp = (value, scale) => (2n * value + scale) / (2n * scale);
  const sumOf = (low, high) => ({ low: String(low), high: high >= ENDLESS_FEN ? null : String(high) });

  function pay(reading, lows, highs, ceiling) {
    const { scale } = reading;
    const exact = lows.every((low, index) => low === highs[index]);
    const low = least(total(lows), ceiling);
    const high = least(total(highs), ceiling);
    const fen = [roundHalfUp(low, scale), roundHalfUp(high, scale)];
    if (exact && fen[0] === 0n) return { sum: sumOf(0n, 0n), years: [], split: [] };
    const lowEnds = ends(lows, highs, ceiling);
    const highEnds = exact ? lowEnds : ends(highs, lows, ceiling);
    const lowFen = rounded(lowEnds, scale);
    const highFen = exact ? lowFen : notBelow(lowFen, highEnds.map((value) => roundHalfUp(value, scale)));
    const years = lowEnds.map((_, index) => ({
      year: index + 1,
      sum: sumOf(lowFen[index], highFen[index]),
      instalments: parts(reading.payout, [lowEnds[index], highEnds[index]], [lowFen[index], highFen[index]], scale),
    }));
    return { sum: sumOf(fen[0], fen[1]), years, split: parts(reading.split, [low, high], fen, scale) };
  }

  function ends(values, others, ceiling) {
    if (ceiling >= ENDLESS_FROM) return values;
    let left = ceiling;
    return values.map((value, index) => {
      const paid = least(value, left);
      left = others[index] < left ? left - others[index] : 0n;
      return paid;
    });
  }

  // In fen, rounded on the running sum.
  function rounded(values, scale) {
    let summed = 0n;
    let before = 0n;
    return values.map((value) => {
      summed += value;
      const now = roundHalfUp(summed, scale);
      const year = now - before;
      before = now;
      return year;
    });
  }

  // The high ends, where rounding may have left one a fen below its low end.
  const notBelow = (lows, highs) => highs.map((high, index) => (high < lows[index] ? lows[index] : high));

  function parts(shares, exact, fen, scale) {
    const lows = divide(shares, exact[0], fen[0], scale);
    const highs = notBelow(lows, divide(shares, exact[1], fen[1], scale));
    return shares.map((part, index) => ({ note: part.note, sum: sumOf(lows[index], highs[index]) }));
  }

  function divide(shares, exact, fen, scale) {
    let left = fen;
    return shares.map((part, index) => {
      if (index === shares.length - 1) return left;
      const unit = scale * part.below;
      const wanted = part.sum === null ? (2n * exact * part.above + unit) / (2n * unit) : part.sum;
      const paid = least(wanted, left);
      left -= paid;
      return paid;
    });
  }

  /* ---- the answer ---- */

  function kindOf(sum, things, opens) {
    const nothing = sum.low === "0";
    if (sum.high === null) {
      if (!nothing) return "at_least";
      return opens.some(([why]) => why === "case_by_case") ? "case_by_case" : "unstated";
    }
    if (sum.low === sum.high) {
      if (!nothing) return "exact";
      return things.length ? "in_kind" : "none";
    }
    return nothing ? "up_to" : "range";
  }

  const start = (values) => ({ values, steps: [], failed: [], things: [], opens: [] });

  function yearsOf(run, trees, counts) {
    return trees.flatMap((tree, index) => new Array(counts[index]).fill(tree(run)));
  }

  function answerOf(reading, values) {
    const runs = reading.ends.map(() => start(values));
    const due = runs.map((run, end) => yearsOf(run, reading.ends[end], reading.counts));
    const low = runs[0];
    const high = runs[runs.length - 1];
    const ceiling = reading.ceiling ? reading.ceiling(low) : ENDLESS;
    const paid = pay(reading, due[0], due[due.length - 1], ceiling);
    const things = [...new Set(low.things)];
    const kind = kindOf(paid.sum, things, high.opens);
    return {
      kind,
      ...paid,
      things,
      failed: kind === "none" ? [...new Set(low.failed)] : [],
      missing: [],
      opens: [...new Set(high.opens.map(([, note]) => note))],
      get trace() {
        return traceOf(reading, values);
      },
      readings: [],
    };
  }

  // Walks the reading once more, for both ends, and writes down every step.
  function traceOf(reading, values) {
    const [lows, highs] = reading.traced;
    let first = 1;
    return lows.flatMap((tree, index) => {
      const [low, high] = [start(values), start(values)];
      tree(low);
      highs[index](high);
      const year = index < reading.counts.length ? first : 0;
      first += reading.counts[index] || 0;
      return low.steps.map(([note, value], place) => {
        const top = high.steps[place][1];
        return { note, low: String(value), high: top >= ENDLESS_FROM ? null : String(top), year };
      });
    });
  }

  const plain = (kind) => ({
    kind, sum: { low: "0", high: null }, years: [], split: [], things: [], failed: [], missing: [], opens: [], trace: [], readings: [],
  });

  const substance = (answer) => JSON.stringify([answer.kind, answer.sum, answer.years, answer.split, answer.things]);

  function evaluate(program, inputs) {
    const values = new Map();
    for (const [id, value] of Object.entries(inputs)) {
      const given = program.inputs.find((candidate) => candidate.id === id);
      if (given) values.set(id, typeof value === "bigint" ? value : readEntry(given, String(value)));
    }
    const answers = [];
    let missing = false;
    for (const reading of prepare(program)) {
      try {
        answers.push({ names: reading.names, answer: answerOf(reading, values) });
      } catch (problem) {
        if (!(problem instanceof Missing)) throw problem;
        missing = true;
      }
    }
    if (missing) {
      const ids = program.inputs.map((given) => given.id).filter((id) => !values.has(id));
      return { ...plain("asks"), missing: ids };
    }
    const different = new Map();
    for (const entry of answers) {
      const key = substance(entry.answer);
      if (!different.has(key)) different.set(key, entry);
    }
    const readings = [...different.values()];
    if (readings.length === 1) return readings[0].answer;
    const sums = readings.map((entry) => entry.answer.sum);
    const lows = sums.map((sum) => BigInt(sum.low));
    const highs = sums.map((sum) => (sum.high === null ? null : BigInt(sum.high)));
    const sum = {
      low: String(some(lows, (value, best) => value < best)),
      high: highs.includes(null) ? null : String(some(highs, (value, best) => value > best)),
    };
    return { ...plain("readings"), sum, readings };
  }

  /* ---- several awards together ---- */

  // What a group comes to, as firm as its least firm part; asked for as long as one of them is, null without figure.
  function combine(figure, answers) {
    if (figure === "none") return null;
    if (answers.some((answer) => answer.kind === "asks")) {
      return { ...plain("asks"), missing: [...new Set(answers.flatMap((answer) => answer.missing))] };
    }
    const due = answers.map((answer) => (["none", "in_kind"].includes(answer.kind) ? { low: "0", high: "0" } : answer.sum));
    const take = figure === "total" ? total : (values) => some(values, (value, best) => value > best);
    const sum = {
      low: String(take(due.map((one) => BigInt(one.low)))),
      high: due.some((one) => one.high === null) ? null : String(take(due.map((one) => BigInt(one.high)))),
    };
    return { ...plain(kindOf(sum, [], [])), sum };
  }

  /* ---- for the page ---- */

  function yuan(fen) {
    const digits = String(fen).padStart(3, "0");
    const whole = digits.slice(0, -2).replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
    return digits.endsWith("00") ? whole : `${whole}.${digits.slice(-2)}`;
  }

  function decimal(value, factor, decimals) {
    const [above, below = "1"] = factor.split("/");
    const scaled = (2n * BigInt(value) * BigInt(above) * 10n ** BigInt(decimals) + BigInt(below)) / (2n * BigInt(below));
    const digits = String(scaled).padStart(decimals + 1, "0");
    const part = digits.slice(digits.length - decimals).replace(/0+$/, "");
    const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
    return part ? `${whole}.${decimals === 2 ? part.padEnd(2, "0") : part}` : whole;
  }

  function trace(program, answer) {
    return answer.trace.map((step) => {
      const note = program.notes[step.note];
      const show = (value) => (value === null || !note.factor ? null : decimal(value, note.factor, note.unit ? 2 : 4));
      return { year: step.year, text: note.text, low: show(step.low), high: show(step.high), unit: note.unit };
    });
  }

  root.ZhaoshangAwards = Object.freeze({ evaluate, combine, read, message, yuan, trace, Problem });
})(typeof globalThis === "undefined" ? this : globalThis);

// Runs Programs in awards.js: standard input and output are JSON. The path of awards.js is the one argument.
"use strict";
const fs = require("fs");
const vm = require("vm");

vm.runInThisContext(fs.readFileSync(process.argv[2], "utf8"));
const { evaluate, combine, read, message, yuan, trace } = globalThis.ZhaoshangAwards;

function run(work) {
  const answers = work.programs.map(({ program, inputs }) => inputs.map((given) => {
    const values = Object.fromEntries(Object.entries(given).map(([id, value]) => [id, BigInt(value)]));
    return evaluate(program, values);
  }));
  const entries = work.entries.map(({ input, typed }) => {
    const { value, problem } = read(input, typed);
    return problem ? problem : { value: String(value) };
  });
  const traces = work.programs.map(({ program }, index) => answers[index].map((answer) => trace(program, answer)));
  const sums = (work.sums || []).map(yuan);
  const messages = (work.messages || []).map(({ problem, words }) => message(problem, words));
  const groups = (work.groups || []).map(({ figure, of }) => combine(figure, of.map(([program, given]) => answers[program][given])));
  return { answers, entries, traces, sums, messages, groups };
}

globalThis.runAwards = run;
process.stdout.write(JSON.stringify(run(JSON.parse(fs.readFileSync(0, "utf8")))));

// node typst.mjs FONTDIR PARAGRAPHS OUT.pdf: sets the paragraphs with Typst (npm @myriaddreamin/typst-ts-node-compiler).
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const { NodeCompiler } = createRequire(process.cwd() + "/")("@myriaddreamin/typst-ts-node-compiler");
const [fonts, input, output] = process.argv.slice(2);
const special = /[\\#$*_`<>@~=\-+\/"'\[\]]/g;
const text = readFileSync(input, "utf8").trim().split("\n").map((p) => p.replace(special, "\\$&")).join("\n\n");
const main = `
#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 210mm - 28mm - 448pt))
#set text(font: "Noto Serif SC", size: 16pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: 12pt, spacing: 12pt, first-line-indent: (amount: 2em, all: true))
${text}
`;
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(output, compiler.pdf({ mainFileContent: main }));

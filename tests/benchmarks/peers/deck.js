// PptxGenJS: slides.json → a deck with native charts and tables. node deck.js SLIDES.json OUT.pptx
const fs = require("fs");
const PptxGenJS = require("pptxgenjs");

const [, , given, out] = process.argv;
const face = "Microsoft YaHei", ink = "0F4C75", red = "B03A2E";
const deck = new PptxGenJS();
deck.layout = "LAYOUT_WIDE";
for (const one of JSON.parse(fs.readFileSync(given, "utf8"))) {
  const slide = deck.addSlide();
  const whole = ["title", "closing", "quote"].includes(one.kind);
  slide.addText(one.title, { x: 0.6, y: whole ? 2.4 : 0.4, w: 12.1, h: 0.9, fontFace: face, bold: true, fontSize: whole ? 40 : 28, color: ink });
  if (one.lines) slide.addText(one.lines.join("\n"), { x: 0.6, y: 3.5, w: 12.1, h: 1.8, fontFace: face, fontSize: 18 });
  if (one.by) slide.addText(one.by, { x: 0.6, y: 3.5, w: 12.1, h: 0.6, fontFace: face, fontSize: 18 });
  if (one.bullets) {
    const points = one.bullets.map((text) => ({ text, options: { bullet: true, breakLine: true } }));
    slide.addText(points, { x: 0.6, y: 1.6, w: 12.1, h: 4.8, fontFace: face, fontSize: 20, valign: "top" });
  }
  if (one.figures) {
    const rows = one.figures.map((each) => [each.label, each.value + each.unit]);
    slide.addTable([["指标", "数值"], ...rows], { x: 0.6, y: 1.6, w: 12.1, fontFace: face, fontSize: 16 });
  }
  if (one.events) slide.addTable(one.events, { x: 0.6, y: 1.6, w: 12.1, fontFace: face, fontSize: 16 });
  if (one.values) {
    const data = [{ name: one.title, labels: one.labels, values: one.values }];
    slide.addChart(deck.ChartType.bar, data, {
      x: 0.6, y: 1.6, w: 12.1, h: 5, barDir: one.type === "bar" ? "bar" : "col", showValue: true,
      chartColors: [red], catAxisLabelFontFace: face, valAxisLabelFontFace: face,
    });
  }
  slide.addNotes(one.notes);
}
deck.writeFile({ fileName: out });

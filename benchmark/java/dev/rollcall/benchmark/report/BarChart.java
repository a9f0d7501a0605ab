package dev.rollcall.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Groups of horizontal bars as SVG, readable on light and dark pages.
///
/// @param series what the bars of a group stand for, at most four
/// @param unit behind each number
record BarChart(String title, List<String> series, List<Group> groups, String unit) {
    private static final int LABELS = 230;
    private static final int BARS = 460;
    private static final int WIDTH = LABELS + BARS + 90;
    private static final int BAR = 9;
    private static final int GAP = 8;
    private static final int HEAD = 48;
    private static final List<String> COLOURS = List.of("#4c78a8", "#72b7b2", "#f58518", "#e45756");
    /// The bars of one thing, in the order of the series.
    record Group(String label, List<Double> values) {}

    String svg() {
        var group = series.size() * BAR + GAP;
        var height = HEAD + groups.size() * group + GAP;
        var longest = groups.stream()
                .flatMap(each -> each.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" role="img" font-family="sans-serif" font-size="11">
                <title>%3$s</title>
                <style>text { fill: #24292f } @media (prefers-color-scheme: dark) { text { fill: #d0d7de } }</style>
                <text x="8" y="18" font-size="14">%3$s</text>
                """.formatted(WIDTH, height, escaped(title)));
        for (var i = 0; i < series.size(); i++) {
            var x = LABELS + i * BARS / series.size();
            svg.append(rectangle(x, 28, 10, COLOURS.get(i))).append(text(x + 14, 36, "start", series.get(i)));
        }
        for (var i = 0; i < groups.size(); i++) {
            svg.append(bars(groups.get(i), HEAD + i * group, longest));
        }
        return svg.append("</svg>\n").toString();
    }

    private String bars(Group group, int top, double longest) {
        var bars = new StringBuilder(text(LABELS - 8, top + series.size() * BAR / 2 + 4, "end", group.label()));
        for (var i = 0; i < group.values().size(); i++) {
            var value = group.values().get(i);
            var length = Math.max(1, BARS * value / longest);
            var y = top + i * BAR;
            bars.append(rectangle(LABELS, y, length, COLOURS.get(i)));
            bars.append("<text x=\"%.1f\" y=\"%d\" font-size=\"9\">%s</text>%n"
                    .formatted(LABELS + length + 4, y + BAR - 1, number(value) + " " + unit));
        }
        return bars.toString();
    }

    /// A number with three digits that count.
    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String rectangle(int x, int y, double width, String colour) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                x,
                y,
                width,
                BAR - 1,
                colour);
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n".formatted(x, y, anchor, escaped(text));
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> switch (c) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    default -> Character.toString(c);
                })
                .collect(Collectors.joining());
    }
}

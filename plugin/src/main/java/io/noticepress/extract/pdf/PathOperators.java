package io.noticepress.extract.pdf;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/** Handles the path operators of a page (ISO 32000-1, 8.5) to collect its ruling lines. A path used only for clipping is ignored. */
final class PathOperators {
    private static final int MAX_OPERATORS = 20_000;

    private final PDFStreamEngine engine;
    private final RulingLines rulingLines;
    private final double height;
    private final List<Runnable> path = new ArrayList<>();
    private Point2D currentPoint = new Point2D.Double();
    private int count;

    private PathOperators(PDFStreamEngine engine, RulingLines rulingLines, double height) {
        this.engine = engine;
        this.rulingLines = rulingLines;
        this.height = height;
    }

    /** Adds the lines and rectangles that {@code engine} draws on a page of a height to {@code rulingLines}. */
    static void register(PDFStreamEngine engine, RulingLines rulingLines, double height) {
        PathOperators pathOperators = new PathOperators(engine, rulingLines, height);
        for (String name : List.of("m", "l", "re", "n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*")) {
            engine.addOperator(pathOperators.new PathOperator(name));
        }
    }

    private final class PathOperator extends OperatorProcessor {
        private final String name;

        private PathOperator(String name) {
            super(engine);
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            switch (name) {
                case "m", "l", "re" -> {
                    if (operands.size() >= 2 && ++count <= MAX_OPERATORS) {
                        addToPath(operands);
                    }
                }
                case "n" -> path.clear();
                default -> {
                    path.forEach(Runnable::run);
                    path.clear();
                }
            }
        }

        private void addToPath(List<COSBase> operands) {
            float[] n = new float[operands.size()];
            for (int i = 0; i < n.length; i++) {
                n[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
            }
            Point2D from = currentPoint;
            Point2D to = toPagePoint(n[0], n[1]);
            if (name.equals("l")) {
                path.add(() -> rulingLines.addLine(from.getX(), from.getY(), to.getX(), to.getY()));
            } else if (name.equals("re") && n.length == 4) {
                Point2D end = toPagePoint(n[0] + n[2], n[1] + n[3]);
                path.add(() -> rulingLines.addBox(
                        Math.min(to.getX(), end.getX()),
                        Math.min(to.getY(), end.getY()),
                        Math.abs(end.getX() - to.getX()),
                        Math.abs(end.getY() - to.getY())));
            }
            currentPoint = to;
        }

        private Point2D toPagePoint(float x, float y) {
            Point2D.Float point = engine.transformedPoint(x, y);
            return new Point2D.Double(point.getX(), height - point.getY());
        }
    }
}

package io.noticepress.output;

import io.noticepress.markdown.Findings;
import io.noticepress.markdown.Link;
import io.noticepress.problem.Location;
import io.noticepress.problem.Mistake;
import io.noticepress.problem.Phrase;
import io.noticepress.problem.Problem;
import io.noticepress.problem.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Findings as bytes, for the memory. A text is its length in bytes (four bytes, big-endian) and its UTF-8. */
final class FindingsForm {
    private FindingsForm() {}

    static byte[] write(Findings findings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(findings.problems().size());
        for (Problem problem : findings.problems()) {
            text(out, problem.mistake().name());
            text(out, problem.severity().name());
            location(out, problem.at());
            out.writeInt(problem.width());
            text(out, problem.what().zh());
            text(out, problem.what().en());
            text(out, problem.mend().zh());
            text(out, problem.mend().en());
        }
        out.writeInt(findings.links().size());
        for (Link link : findings.links()) {
            text(out, link.path());
            text(out, link.fragment());
            out.writeBoolean(link.picture());
            location(out, link.at());
            out.writeInt(link.width());
        }
        text(out, findings.anchors());
        text(out, findings.basis());
        return bytes.toByteArray();
    }

    /** The findings, unless they speak of something this version does not know: then the text is read again. */
    static Optional<Findings> read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        List<Problem> problems = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            Optional<Mistake> mistake = named(Mistake.values(), text(in));
            Optional<Severity> severity = named(Severity.values(), text(in));
            if (mistake.isEmpty() || severity.isEmpty()) {
                return Optional.empty();
            }
            problems.add(new Problem(
                    mistake.get(),
                    severity.get(),
                    location(in),
                    in.readInt(),
                    new Phrase(text(in), text(in)),
                    new Phrase(text(in), text(in))));
        }
        List<Link> links = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            links.add(new Link(text(in), text(in), in.readBoolean(), location(in), in.readInt()));
        }
        return Optional.of(new Findings(problems, links, text(in), text(in)));
    }

    static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void location(DataOutputStream out, Location at) throws IOException {
        text(out, at.file());
        out.writeInt(at.line());
        out.writeInt(at.column());
    }

    private static Location location(DataInputStream in) throws IOException {
        return new Location(text(in), in.readInt(), in.readInt());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}

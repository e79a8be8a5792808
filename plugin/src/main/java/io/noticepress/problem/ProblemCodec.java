package io.noticepress.problem;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Problems as bytes, for what is remembered between runs. A text is its length in bytes (four bytes, big-endian) and its UTF-8. */
public final class ProblemCodec {
    private ProblemCodec() {}

    /** Writes problems, to be read by {@link #decode}. */
    public static void encode(DataOutputStream out, List<Problem> problems) throws IOException {
        out.writeInt(problems.size());
        for (Problem problem : problems) {
            text(out, problem.code().name());
            text(out, problem.severity().name());
            location(out, problem.at());
            out.writeInt(problem.width());
            text(out, problem.message().zh());
            text(out, problem.message().en());
            text(out, problem.mend().zh());
            text(out, problem.mend().en());
        }
    }

    /** The problems, unless they speak of something this version does not know. */
    public static Optional<List<Problem>> decode(ByteBuffer in) {
        int left = in.getInt();
        if (left == 0) {
            return Optional.of(List.of());
        }
        List<Problem> problems = new ArrayList<>(left);
        for (; left > 0; left--) {
            Optional<ProblemCode> mistake = named(ProblemCode.values(), text(in));
            Optional<Severity> severity = named(Severity.values(), text(in));
            if (mistake.isEmpty() || severity.isEmpty()) {
                return Optional.empty();
            }
            problems.add(new Problem(
                    mistake.get(),
                    severity.get(),
                    location(in),
                    in.getInt(),
                    new Message(text(in), text(in)),
                    new Message(text(in), text(in))));
        }
        return Optional.of(problems);
    }

    /** Writes a text of any length. */
    public static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads a text from a buffer that lies on the heap. */
    public static String text(ByteBuffer in) {
        int length = in.getInt();
        int start = in.position();
        in.position(start + length);
        return length == 0 ? "" : new String(in.array(), in.arrayOffset() + start, length, StandardCharsets.UTF_8);
    }

    /** Writes a place in a file. */
    public static void location(DataOutputStream out, Location at) throws IOException {
        text(out, at.file());
        out.writeInt(at.line());
        out.writeInt(at.column());
    }

    /** Reads a place in a file. */
    public static Location location(ByteBuffer in) {
        return new Location(text(in), in.getInt(), in.getInt());
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

package io.noticepress.output.manifest;

import io.noticepress.markdown.analysis.Findings;
import io.noticepress.markdown.links.RelativeLink;
import io.noticepress.problem.Location;
import io.noticepress.problem.Problem;
import io.noticepress.problem.ProblemCodec;
import io.noticepress.store.TextCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Findings as bytes, for the memory; texts as in {@link ProblemCodec}. */
final class FindingsCodec {
    private FindingsCodec() {}

    /** The findings of the text at a path. */
    static byte[] encode(String path, Findings findings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        DataOutputStream out = new DataOutputStream(bytes);
        TextCodec.write(out, path);
        ProblemCodec.encode(out, findings.problems());
        out.writeInt(findings.links().size());
        for (RelativeLink relativeLink : findings.links()) {
            TextCodec.write(out, relativeLink.path());
            TextCodec.write(out, relativeLink.fragment());
            out.writeBoolean(relativeLink.picture());
            ProblemCodec.location(out, relativeLink.at());
            out.writeInt(relativeLink.width());
        }
        TextCodec.write(out, findings.anchors());
        TextCodec.write(out, findings.basis());
        return bytes.toByteArray();
    }

    /**
     * The findings, unless they are those of another path, or speak of something this version does not know: then the text is
     * read again.
     */
    static Optional<Findings> decode(String path, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (!TextCodec.parse(in).equals(path)) {
            return Optional.empty();
        }
        Optional<List<Problem>> problems = ProblemCodec.decode(in);
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        List<RelativeLink> links = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            String to = TextCodec.parse(in);
            String fragment = TextCodec.parse(in);
            boolean picture = in.get() != 0;
            Location at = ProblemCodec.location(in);
            Location here = links.isEmpty() ? at : links.get(0).at(); // one text, one name of its file
            links.add(new RelativeLink(
                    to,
                    fragment,
                    picture,
                    at.file().equals(here.file()) ? new Location(here.file(), at.line(), at.column()) : at,
                    in.getInt()));
        }
        return Optional.of(new Findings(problems.get(), links, TextCodec.parse(in), TextCodec.parse(in)));
    }
}

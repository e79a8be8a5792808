package io.noticepress.markdown.analysis;

import io.noticepress.markdown.links.RelativeLink;
import io.noticepress.problem.Problem;
import java.util.List;

/**
 * The result of analysing a text that is cached between builds.
 *
 * @param links the relative links and pictures, in source order
 * @param anchors of all blocks, separated by spaces: {@code p1 d1 s1 i1}
 * @param basis {@code v1}, then the fingerprints of the title and of each block, separated by spaces
 */
public record Findings(List<Problem> problems, List<RelativeLink> links, String anchors, String basis) {
    public Findings {
        problems = List.copyOf(problems);
        links = List.copyOf(links);
    }
}

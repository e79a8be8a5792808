package io.noticepress.markdown.analysis;

import io.noticepress.markdown.links.RelativeLink;
import io.noticepress.problem.Problem;
import java.util.List;

/**
 * What is known of a text once it was parsed, small enough to be remembered.
 *
 * @param anchors of all its blocks, separated by blanks
 * @param basis {@code v1} and a short fingerprint of each block, title first, separated by blanks
 */
public record Findings(List<Problem> problems, List<RelativeLink> links, String anchors, String basis) {
    public Findings {
        problems = List.copyOf(problems);
        links = List.copyOf(links);
    }
}

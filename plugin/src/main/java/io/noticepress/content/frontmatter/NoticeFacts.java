package io.noticepress.content.frontmatter;

import io.noticepress.content.files.NoticeFiles;
import io.noticepress.model.Notice;
import io.noticepress.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A notice as read from its files, without bodies.
 *
 * @param notice empty if a field that every notice needs is missing or wrong, which was reported
 * @param draft whether it is marked as a draft
 * @param texts its editions whose bodies can be read, even if there is no {@code notice}
 * @param problems what is wrong with its front matter and attachments, by position
 */
public record NoticeFacts(
        NoticeFiles files, Optional<Notice> notice, boolean draft, List<BodySource> texts, List<Problem> problems) {
    public NoticeFacts {
        texts = List.copyOf(texts);
        problems = List.copyOf(problems);
    }
}

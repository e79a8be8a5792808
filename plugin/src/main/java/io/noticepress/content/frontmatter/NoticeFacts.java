package io.noticepress.content.frontmatter;

import io.noticepress.content.files.NoticeFiles;
import io.noticepress.model.Notice;
import io.noticepress.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What the front matter of a notice's editions says.
 *
 * @param notice empty if its facts are too broken to make one, which was reported; a draft may also lack what a notice needs
 * @param draft whether it is marked as a draft
 * @param texts its editions whose bodies can be read, also if the facts are broken
 * @param problems what is wrong with the facts and the files beside them, by place
 */
public record NoticeFacts(
        NoticeFiles files, Optional<Notice> notice, boolean draft, List<BodySource> texts, List<Problem> problems) {
    public NoticeFacts {
        texts = List.copyOf(texts);
        problems = List.copyOf(problems);
    }
}

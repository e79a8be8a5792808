package io.noticepress.content;

import io.noticepress.model.Language;
import io.noticepress.model.SourceFile;

/**
 * A text that can be read with {@link BodyReader}: an edition of a notice, or a page.
 *
 * @param title of the edition, empty if it has none
 * @param draft whether the notice is a draft, so that what is left to be done is only warned of
 */
public record TextSource(SourceFile source, Language language, String title, boolean draft) {}

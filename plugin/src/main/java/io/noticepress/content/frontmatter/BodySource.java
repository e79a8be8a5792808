package io.noticepress.content.frontmatter;

import io.noticepress.content.BodyReader;
import io.noticepress.model.SourceFile;
import io.noticepress.model.collections.HashIndex;
import io.noticepress.model.site.Language;
import io.noticepress.model.values.ImageSize;
import java.util.List;
import java.util.Map;

/**
 * A text that can be read with {@link BodyReader}: an edition of a notice, or a page.
 *
 * @param title of the edition, empty if it has none
 * @param pictureSizes how large the pictures beside it are, by their paths below the content folder, in NFC
 * @param draft whether the notice is a draft, so that what is left to be done is only warned of
 */
public record BodySource(
        SourceFile source, Language language, String title, boolean draft, Map<String, ImageSize> pictureSizes) {
    public BodySource {
        pictureSizes = Map.copyOf(pictureSizes);
    }

    /** Texts, to be found by the paths of their files. */
    public static HashIndex<BodySource> indexByPath(List<BodySource> texts) {
        return new HashIndex<>(List.copyOf(texts), text -> text.source().path());
    }
}

package io.noticepress.content.frontmatter;

import io.noticepress.model.SourceFile;
import io.noticepress.model.collections.HashIndex;
import io.noticepress.model.site.Language;
import io.noticepress.model.values.ImageSize;
import java.util.List;
import java.util.Map;

/**
 * Where the body of an edition or page is, and what is needed to parse it; read with {@code content.BodyReader}.
 *
 * @param title the title of the edition; empty if it has none
 * @param pictureSizes the sizes of the notice's pictures, by their paths below the content folder, in NFC
 * @param draft whether the notice is a draft, in which a TODO is only a warning
 */
public record BodySource(
        SourceFile source, Language language, String title, boolean draft, Map<String, ImageSize> pictureSizes) {
    public BodySource {
        pictureSizes = Map.copyOf(pictureSizes);
    }

    /** An index of texts by the paths of their files. */
    public static HashIndex<BodySource> indexByPath(List<BodySource> texts) {
        return new HashIndex<>(List.copyOf(texts), text -> text.source().path());
    }
}

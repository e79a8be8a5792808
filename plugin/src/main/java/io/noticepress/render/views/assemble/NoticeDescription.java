package io.noticepress.render.views.assemble;

import io.noticepress.model.Edition;
import io.noticepress.model.Notice;
import io.noticepress.model.site.Issuer;
import io.noticepress.model.site.Language;
import java.util.ArrayList;
import java.util.List;

/** The description of a notice in meta tags, feeds and JSON-LD. */
public final class NoticeDescription {
    private NoticeDescription() {}

    /**
     * The summary; without one the title with number, issuers and date of issue, such as
     * {@code 关于a的通知（示例府发〔2030〕24号，示例市人民政府，2030-04-15）}.
     */
    public static String of(Notice notice, Edition edition) {
        if (!edition.summary().isEmpty()) {
            return edition.summary();
        }
        Language language = edition.language();
        List<String> details = new ArrayList<>();
        notice.number().ifPresent(number -> details.add(number.printed()));
        notice.issuers().stream()
                .map(Issuer::name)
                .map(name -> name.in(language))
                .forEach(details::add);
        details.add(notice.dates().issued().toString());
        return language.isChinese()
                ? edition.title() + "（" + String.join("，", details) + "）"
                : edition.title() + " (" + String.join(", ", details) + ")";
    }
}

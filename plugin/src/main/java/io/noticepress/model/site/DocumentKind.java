package io.noticepress.model.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of document (公文种类): {@code tongzhi}, 通知, Notice.
 *
 * @param code its key in front matter and URLs
 * @param name its name by language; Chinese titles end in the Chinese one
 */
public record DocumentKind(String code, LocalizedText name) {
    // Code, Chinese name, English name, other spellings; 《党政机关公文处理工作条例》（中办发〔2012〕14号）第八条, in its order. English
    // names follow common usage, but 通告 and 通知 need different ones.
    private static final String[][] STANDARD = {
        {"jueyi", "决议", "Resolution"},
        {"jueding", "决定", "Decision"},
        {"mingling", "命令（令）", "Order", "命令", "令", "Decree"},
        {"gongbao", "公报", "Communiqué", "Communique"},
        {"gonggao", "公告", "Announcement"},
        {"tonggao", "通告", "Public Notice"},
        {"yijian", "意见", "Opinions", "Opinion"},
        {"tongzhi", "通知", "Notice", "Circular"},
        {"tongbao", "通报", "Notification", "Bulletin"},
        {"baogao", "报告", "Report"},
        {"qingshi", "请示", "Request for Instructions"},
        {"pifu", "批复", "Reply", "Official Reply"},
        {"yian", "议案", "Proposal", "Motion"},
        {"han", "函", "Letter"},
        {"jiyao", "纪要", "Minutes"},
    };

    /** The 15 kinds of the regulation by code, with the Chinese name in Chinese languages and the English name in all others. */
    public static Map<String, DocumentKind> builtIn(List<Language> languages) {
        Map<String, DocumentKind> kinds = new LinkedHashMap<>();
        for (String[] row : STANDARD) {
            Map<String, String> names = new LinkedHashMap<>();
            languages.forEach(language -> names.put(language.key(), language.isChinese() ? row[1] : row[2]));
            kinds.put(row[0], new DocumentKind(row[0], new LocalizedText(names)));
        }
        return kinds;
    }

    /** All spellings of the kind in front matter and at the end of titles, its names first: 命令（令）, 命令, 令, Order, Decree. */
    public List<String> spellings() {
        List<String> spellings = new ArrayList<>(name.words().values());
        for (String[] row : STANDARD) {
            if (row[0].equals(code)) {
                spellings.addAll(List.of(row).subList(1, row.length));
            }
        }
        return spellings.stream().distinct().toList();
    }
}

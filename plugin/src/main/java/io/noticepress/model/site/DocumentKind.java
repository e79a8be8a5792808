package io.noticepress.model.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of document (公文种类): {@code tongzhi}, 通知, Notice.
 *
 * @param code its key in addresses
 * @param name its name by language; the Chinese one is what titles end in
 */
public record DocumentKind(String code, LocalizedText name) {
    // 《党政机关公文处理工作条例》（中办发〔2012〕14号）第八条, in its order. English names after common usage; 通告 and 通知 differ.
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

    /** The 15 kinds of the regulations by code, named in the given languages: Chinese where it is Chinese, else English. */
    public static Map<String, DocumentKind> builtIn(List<Language> languages) {
        Map<String, DocumentKind> kinds = new LinkedHashMap<>();
        for (String[] row : STANDARD) {
            Map<String, String> words = new LinkedHashMap<>();
            languages.forEach(language -> words.put(language.key(), language.isChinese() ? row[1] : row[2]));
            kinds.put(row[0], new DocumentKind(row[0], new LocalizedText(words)));
        }
        return kinds;
    }

    /** Every spelling by which the kind may be named or a title may end in it, its names first: 命令（令）, 命令, 令, Order, Decree. */
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

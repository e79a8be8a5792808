package io.noticepress.intake;

import java.util.List;
import java.util.stream.Stream;

/** Common misprints of Chinese documents. They are kept as printed, and an editor is told. */
final class Misprints {
    // wrong, right; words that are also right elsewhere are not among them
    private static final String[][] PAIRS = {
        {"挂勾", "挂钩"},
        {"杨优势", "扬优势"},
        {"杨长避短", "扬长避短"},
        {"布署", "部署"},
        {"按排", "安排"},
        {"再接再励", "再接再厉"},
        {"一如继往", "一如既往"},
        {"渡假", "度假"},
        {"松驰", "松弛"},
        {"幅射", "辐射"},
        {"防碍", "妨碍"},
        {"凑和", "凑合"},
        {"帐号", "账号"},
        {"既使", "即使"},
        {"即然", "既然"},
        {"迫不急待", "迫不及待"},
        {"穿流不息", "川流不息"},
        {"谈笑风声", "谈笑风生"},
        {"竭泽而鱼", "竭泽而渔"},
        {"人材辈出", "人才辈出"},
        {"委屈求全", "委曲求全"},
        {"默守成规", "墨守成规"},
        {"死心踏地", "死心塌地"},
        {"弦律", "旋律"},
        {"震憾", "震撼"},
        {"泻露", "泄露"},
        {"复盖", "覆盖"},
        {"截止目前", "截至目前"},
        {"重迭", "重叠"},
        {"鼓励激励", "激励鼓励"},
        {"的的", "的"},
        {"了了解", "了解"},
        {"编篡", "编纂"},
        {"追朔", "追溯"},
        {"通迅", "通讯"}
    };

    private Misprints() {}

    /** Those of a text: {@code 挂勾（挂钩）}. */
    static List<String> of(String text) {
        return Stream.of(PAIRS)
                .filter(pair -> text.contains(pair[0]))
                .map(pair -> pair[0] + "（" + pair[1] + "？）")
                .toList();
    }
}

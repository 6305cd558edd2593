//! What speeches need and Unihan's field kSimplifiedVariant does not say; read by the generator only.
//!
//! The facts are those of the First Table of Verified Variant Characters (第一批异体字整理表, 1955), the General
//! List of Simplified Characters (简化字总表, 1986) and the Table of General Standard Chinese Characters
//! (通用规范汉字表, 2013). Only characters that are met in speeches are listed; the generator refuses an
//! entry that Unihan already has.

/// Variants and printing forms of Taiwan, Hong Kong and older print.
pub const VARIANTS: &str = "
    裏里 峯峰 爲为 啓启 敎教 説说 産产 衆众 綫线 羣群 査查 眞真 愼慎 鎭镇 絶绝 緑绿 顔颜 閲阅 鋭锐 藴蕴
    値值 増增 徳德 毎每 擧举 滙汇 麪面 牀床 綉绣 寳宝 緖绪
    佈布 佔占 倖幸 傚效 僱雇 兇凶 勣绩 勳勋 卹恤 喫吃 嚮向 姪侄 崑昆 崙仑 嶽岳 彆别 彊强 彫雕 悽凄 慼戚
    慾欲 捱挨 揹背 搾榨 暱昵 枴拐 槓杠 樑梁 汎泛 汙污 洩泄 淒凄 淨净 湧涌 溼湿 濬浚 煖暖 燄焰 燻熏 牠它
    痠酸 痲麻 痺痹 癒愈 癡痴 盃杯 砲炮 稜棱 籐藤 籤签 糰团 綵彩 縴纤 紮扎 綑捆 羨羡 脣唇 臥卧 菸烟 蓆席
    襬摆 託托 証证 諮咨 譁哗 譟噪 讚赞 豔艳 蹟迹 週周 遊游 銲焊 鍊炼 鎗枪 鎚锤 鉆钻 鑑鉴 阬坑 隄堤 餵喂 餽馈
    饑饥 鬨哄 鼇鳌 鹼碱 跼局
";

/// Characters that the standard of 2013 has for a surname or a term, and that a speech writes, if at all, in
/// the traditional way: 於 (the surname Yū), 麽 (幺麽), 釐 (a name), 祕 (a surname).
pub const FOLDED_ALTHOUGH_STANDARD: &str = "於于 麽么 釐厘 祕秘";

/// Standard characters that differ from the traditional ones in print only, or that traditional texts often
/// write: they say nothing about a text's script.
pub const PRINTING_FORMS: &str = "
    丢兑内册冲况凉减凑净决删别刹匀厨厩叙吴咏卧勋姗姹娱届尝幂强彦恒户抛携撑悦晋栅没泪温滚灾烟猪猫
    盖秃秆笋耻脉脚腭荆葱蘖虬衮踪迹静韵黄鼹
";

"""Words of headings that are no talks, though they are among those of talks. Pure."""

from __future__ import annotations

from functools import cache
from typing import Final

from sphinxcontrib_tripreport.core.text.slugs import fold

_WORDS: Final = {
    "en": "introduction, intro, conclusion, conclusions, summary, wrap up, wrap-up, overview,"
    " agenda, schedule, program, programme, venue, location, registration, breakfast, lunch,"
    " dinner, coffee, coffee break, break, social event, party, after party, arrival, travel,"
    " impressions, final thoughts, closing thoughts, closing words, closing, opening, welcome,"
    " takeaways, key takeaways, links, resources, references, further reading, photos, pictures,"
    " acknowledgements, thanks, see also, other, others, notes, about, comments, epilogue, outlook",
    "es": "introducción, conclusión, conclusiones, resumen, programa, agenda, registro, desayuno,"
    " comida, almuerzo, cena, café, descanso, fiesta, enlaces, recursos, referencias,"
    " agradecimientos, impresiones, despedida, cierre, apertura, bienvenida, otros, lugar",
    "fr": "introduction, conclusion, bilan, programme, accueil, petit-déjeuner, déjeuner, repas,"
    " dîner, pause, pause café, soirée, liens, ressources, références, remerciements, impressions,"
    " ouverture, clôture, le mot de la fin, mot de la fin, en conclusion, pour conclure, divers",
    "de": "einleitung, einführung, fazit, zusammenfassung, programm, anreise, abreise, frühstück,"
    " mittagessen, mittag, abendessen, pause, kaffeepause, party, links, quellen, danke, dank,"
    " eindrücke, ausblick, begrüßung, eröffnung, abschluss, sonstiges, ort, unterkunft",
    "pt": "introdução, conclusão, conclusões, resumo, programação, agenda, credenciamento,"
    " café da manhã, almoço, jantar, intervalo, festa, links, recursos, referências,"
    " agradecimentos, impressões, encerramento, abertura, outros",
    "it": "introduzione, conclusione, conclusioni, riassunto, programma, indice, colazione,"
    " pranzo, cena, pausa, festa, link, risorse, ringraziamenti, impressioni, apertura, chiusura",
    "nl": "inleiding, introductie, conclusie, samenvatting, programma, ontbijt, lunch, diner,"
    " pauze, borrel, links, bronnen, dankwoord, indrukken, opening, afsluiting",
    "ca": "introducció, conclusió, conclusions, resum, programa, esmorzar, dinar, sopar, pausa,"
    " enllaços, recursos, agraïments",
    "pl": "wstęp, wprowadzenie, podsumowanie, program, agenda, śniadanie, obiad, lunch, kolacja,"
    " przerwa, impreza, linki, podziękowania, wrażenia, zakończenie, rozpoczęcie",
    "ru": "введение, вступление, заключение, итоги, выводы, программа, завтрак, обед, ужин,"
    " кофе-брейк, перерыв, вечеринка, ссылки, впечатления, открытие, закрытие, благодарности",
    "uk": "вступ, висновки, підсумки, програма, сніданок, обід, вечеря, перерва, посилання",
    "zh": "前言, 介绍, 介紹, 简介, 簡介, 总结, 總結, 结语, 結語, 小结, 小結, 后记, 後記, 议程,"
    " 議程, 日程, 午餐, 午饭, 晚餐, 茶歇, 签到, 報到, 心得, 感想, 感叹, 参考, 參考, 相关链接,"
    " 致谢, 其他",
    "ja": "はじめに, まとめ, 概要, おわりに, 終わりに, 最後に, 感想, 所感, 参考, 参考資料, 資料,"
    " 資料リンク, リンク, 目次, 次回は, 懇親会, ランチ, 昼食, 休憩, 会場, 受付, アジェンダ,"
    " タイムテーブル, その他",
    "ko": "들어가며, 소개, 마무리, 마치며, 정리, 요약, 후기, 느낀 점, 참고, 참고 자료, 점심, 휴식,"
    " 등록, 일정, 프로그램, 목차, 기타",
    "ar": "مقدمة, خاتمة, ملخص, البرنامج, روابط, شكر",
}


@cache
def _folded_words() -> frozenset[str]:
    return frozenset(fold(word.strip()) for words in _WORDS.values() for word in words.split(","))


def is_no_talk(heading: str) -> bool:
    """Whether a heading says that what is below it is no talk: lunch, links, a summary."""
    return fold(heading).strip(" .:!?-'") in _folded_words()

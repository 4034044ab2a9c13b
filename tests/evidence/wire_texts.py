"""Invented agency texts of one event, what editors do to them, and what others wrote of the same event themselves."""

from __future__ import annotations

WIRE = {
    "en": (
        "Orla and Venn agreed on Tuesday to reopen the lagoon to small boats from the first week of June, a "
        "mediator from Tamar told reporters after two days of talks on the island of Sarn.",
        "The mediator, Nada Mersal, said the two delegations had settled the hours of passage and the number "
        "of permits, but had left the question of patrols for another meeting.",
        '"Nobody went home with everything, and nobody went home with nothing," she said.',
        "Fishermen on both shores have been kept out of the lagoon since a collision in March in which four "
        "people were hurt. Orla says its boats were in their own waters; Venn says they were not.",
        "The premier of Orla, Saher Alwadi, must still put the arrangement to his council, where two of his "
        "partners have said that they would vote against any permit system.",
        "The delegations are to meet again in Sarn on the twentieth of May.",
    ),
    "ar": (
        "اتفقت أورلا وفين يوم الثلاثاء على إعادة فتح البحيرة أمام القوارب الصغيرة ابتداءً من الأسبوع الأول من "
        "يونيو، بحسب ما أعلنته وسيطة من تمار للصحفيين بعد يومين من المحادثات في جزيرة سارن.",
        "وقالت الوسيطة ندى مرسال إن الوفدين حسما ساعات العبور وعدد التصاريح، لكنهما أرجآ مسألة الدوريات إلى "
        "اجتماع آخر.",
        "وأضافت: «لم يعد أحد إلى بيته بكل شيء، ولم يعد أحد بلا شيء».",
        "ويُمنع الصيادون على الضفتين من دخول البحيرة منذ حادث تصادم وقع في مارس وأصيب فيه أربعة أشخاص. وتقول "
        "أورلا إن قواربها كانت في مياهها، وتقول فين إنها لم تكن كذلك.",
        "ولا يزال على رئيس وزراء أورلا ساهر الوادي أن يعرض الترتيب على مجلسه، وقد قال اثنان من شركائه إنهما "
        "سيصوتان ضد أي نظام للتصاريح.",
        "ومن المقرر أن يجتمع الوفدان مجددًا في سارن في العشرين من مايو.",
    ),
}
"""An agency's report of one event, a paragraph each; neither is a translation word by word."""

OWN = {
    "en": (
        "Small boats will be back on the lagoon within weeks. That is the outcome of a meeting in Sarn "
        "between the delegations of Orla and Venn, according to Nada Mersal of Tamar, who brought them "
        "together.",
        "Permits and hours were the easy part, participants said. Who patrols the water is not settled, and "
        "will be taken up again on 20 May.",
        'Mersal summed it up for reporters: "Nobody went home with everything, and nobody went home with nothing."',
        "It was the collision in March that closed the lagoon; four people were hurt in it. In Orla, Premier "
        "Saher Alwadi faces a council in which two partners reject permits of any kind.",
        "On the quay in Port Orla on Tuesday evening, nets were already being mended.",
    ),
    "ar": (
        "تعود القوارب الصغيرة إلى البحيرة في غضون أسابيع، وهذه حصيلة اجتماع في سارن بين وفدي أورلا وفين وفقًا "
        "لندى مرسال من تمار التي جمعت بينهما.",
        "وكانت التصاريح والساعات أيسر ما في الأمر على حد قول مشاركين، أما من يسيّر الدوريات فأمر لم يُحسم "
        "وسيُبحث في العشرين من مايو.",
        "ولخصت مرسال الأمر للصحفيين قائلة: «لم يعد أحد إلى بيته بكل شيء، ولم يعد أحد بلا شيء».",
        "وكان تصادم مارس سبب إغلاق البحيرة، وقد جُرح فيه أربعة. وفي أورلا يواجه رئيس الوزراء ساهر الوادي "
        "مجلسًا يرفض اثنان من الشركاء فيه التصاريح بأنواعها.",
        "وعلى رصيف ميناء أورلا كان الصيادون مساء الثلاثاء يرتقون شباكهم.",
    ),
}
"""Reports of that event by people who were there themselves; one quotation is the same, as it would be."""

ADDED = {
    "en": (
        "Readers of this page have asked for weeks when the market hall would have fresh fish again. There is "
        "now an answer, of sorts, from the talks.",
        "The market hall has lost a third of its stalls since the spring. The town has promised rent relief "
        "until the autumn, and a committee of stallholders meets on Saturday to discuss how it is to be "
        "shared out among them.",
    ),
    "ar": (
        "ظل قراء هذه الصفحة يسألون منذ أسابيع عن موعد عودة السمك الطازج إلى سوق البلدة، وقد جاءت المحادثات "
        "الآن بشيء من الجواب.",
        "وقد خسرت السوق ثلث محالّها منذ الربيع، ووعدت البلدية بتخفيف الإيجارات حتى الخريف، وتجتمع لجنة من "
        "أصحاب المحال يوم السبت لبحث طريقة توزيع التخفيف بينهم.",
    ),
}
"""Paragraphs a local paper puts around an agency's text."""


def text(*paragraphs: str) -> str:
    """Paragraphs as a report."""
    return "\n\n".join(paragraphs)


def reprints(language: str) -> dict[str, str]:
    """What editors make of the wire: how it was changed -> the text."""
    wire, added = WIRE[language], ADDED[language]
    headline = {"en": "Lagoon to reopen in June", "ar": "فتح البحيرة في يونيو"}[language]
    credit = {"en": "(Tamar Wire) - ", "ar": "(برقيات تمار) - "}[language]
    reworded = {
        "en": (("told reporters", "said"), ("settled", "agreed on"), ("were hurt", "were injured"), ("must", "has to")),
        "ar": (("للصحفيين ", ""), ("حسما", "اتفقا على"), ("وأصيب", "وجُرح"), ("مجددًا", "مرة أخرى")),
    }[language]
    edited = text(*wire)
    for before, after in reworded:
        assert before in edited
        edited = edited.replace(before, after)
    return {
        "another headline": text(headline, *wire),
        "credited": credit + text(*wire),
        "tail cut": text(*wire[:3]),
        "head cut": text(*wire[3:]),
        "two paragraphs left": text(wire[0], wire[4]),
        "lead of its own": text(added[0], *wire),
        "lead and tail of its own": text(added[0], *wire[:5], added[1]),
        "words changed": edited,
        "words changed and tail cut": text(*edited.split("\n\n")[:4]),
    }

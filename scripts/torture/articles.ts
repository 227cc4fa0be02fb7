// Articles to torture: sentences of one grammar, with names that come again and again as in the news.
import { random } from '../../test/support/random';

const NAMES = [
  'سمير الحلي',
  'ليلى بنت سعد',
  'نادر قاسم',
  'هالة الزين',
  'جورج عبود',
  'أبو بكر النوري',
];
const PLACES = ['بغداد', 'عدن', 'نواكشوط', 'حلب', 'صفاقس', 'الخرطوم', 'مسقط', 'طرابلس'];
const BODIES = ['وزارة المياه', 'نقابة الصيادين', 'بلدية المدينة', 'شركة «سنابل»', 'جامعة النهرين'];
const TOPICS = ['الجسر', 'المحصول', 'السد', 'المخيم', 'المستشفى', 'الميناء', 'القطار', 'المعرض'];
const CUES = ['قال', 'أكد', 'أوضح', 'أعلن', 'أضاف'];
const DAYS = ['السبت', 'الأحد', 'الاثنين', 'الثلاثاء', 'الخميس'];
const EXTRAS = [
  'بعد أسابيع من الانتظار',
  'رغم اعتراض السكان',
  'وسط إجراءات مشددة',
  'بتمويل من مانحين محليين',
  'في خطوة هي الأولى من نوعها',
  'بحسب وثيقة اطلع عليها مراسلنا',
  'من دون أن يحدد موعدا',
  'فيما بقيت الطرق مغلقة',
];

/** LF texts of some 2,500 characters each. */
export function madeArticles(count: number, seed: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Writer(random(seed * 100 + index)).article(),
  );
}

class Writer {
  constructor(private readonly next: () => number) {}

  article(): string {
    const paragraphs = Array.from({ length: 7 }, () =>
      Array.from({ length: 2 + this.upTo(2) }, () => this.sentence()).join(' '),
    );
    return `${this.of(BODIES)} تبحث مستقبل ${this.of(TOPICS)} في ${this.of(PLACES)}\n\n${paragraphs.join('\n\n')}\n`;
  }

  private sentence(): string {
    const [name, place, body, topic, other] = [NAMES, PLACES, BODIES, TOPICS, TOPICS].map((from) =>
      this.of(from),
    );
    const [extra, day, cue, number] = [
      this.of(EXTRAS),
      this.of(DAYS),
      this.of(CUES),
      2 + this.upTo(900),
    ];
    switch (this.upTo(5)) {
      case 0:
        return `${cue} ${name} إن ${body} سلّمت ${number} طنا من القمح إلى ${topic} في ${place} ${extra}.`;
      case 1:
        return `و${cue} ${name}: «لن يتوقف العمل في ${topic} قبل يوم ${day}، ولو بقي ${number} عاملا فقط».`;
      case 2:
        return `وفي ${place}، زار وفد من ${body} ${topic} و${other} صباح ${day} ${extra}.`;
      case 3:
        return `ونفت ${body} أن يكون ${topic} قد أُغلق، ${extra}، وذكرت أن ${number} أسرة عادت إلى ${place}.`;
      case 4:
        return `وطالب ${name} ${body} بتعويض ${number} متضررا من حريق ${topic} ${extra}.`;
      default:
        return `وبلغت كلفة ${topic} ${number} مليون دينار ${extra}، وفق بيان صدر في ${place} يوم ${day}.`;
    }
  }

  private upTo(most: number): number {
    return Math.floor(this.next() * (most + 1));
  }

  private of(from: readonly string[]): string {
    return from[Math.floor(this.next() * from.length)] ?? '';
  }
}

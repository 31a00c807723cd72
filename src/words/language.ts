/** Which of the product's languages a locale asks for. */
import { type Language } from './formatter';

/** "zh", "zh-CN", "zh_CN.UTF-8", "zh-hans" → zh-cn; everything else English. */
export function toLanguage(locale: string | undefined): Language {
  return /^zh(?![-_](?:tw|hk|hant))/i.test(locale ?? '') ? 'zh-cn' : 'en';
}

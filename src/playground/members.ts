import type { ChatMember, MemberStatus, Rights, User } from './shapes.ts';

export type Membership = { status: MemberStatus; rights: Rights };

const RIGHTS = [
  'can_manage_chat',
  'can_delete_messages',
  'can_manage_video_chats',
  'can_restrict_members',
  'can_promote_members',
  'can_change_info',
  'can_invite_users',
  'can_post_stories',
  'can_edit_stories',
  'can_delete_stories',
  'can_post_messages',
  'can_edit_messages',
  'can_pin_messages',
  'can_manage_topics',
] as const;

const ABSENT: Membership = { status: 'left', rights: {} };

/** Who is what in which chat. */
export class Memberships {
  readonly #chats = new Map<number, Map<number, Membership>>();

  get(chatId: number, userId: number): Membership {
    return this.#chats.get(chatId)?.get(userId) ?? ABSENT;
  }

  /** Sets a membership and answers what it was before. */
  set(chatId: number, userId: number, membership: Membership): Membership {
    const before = this.get(chatId, userId);
    const members = this.#chats.get(chatId) ?? new Map<number, Membership>();
    members.set(userId, membership);
    this.#chats.set(chatId, members);
    return before;
  }

  /** Ids of everybody who is in the chat now. */
  present(chatId: number): number[] {
    const members = [...(this.#chats.get(chatId) ?? [])];
    return members.filter(([, { status }]) => status !== 'left' && status !== 'kicked').map(([id]) => id);
  }

  isAdministrator(chatId: number, userId: number): boolean {
    const { status } = this.get(chatId, userId);
    return status === 'creator' || status === 'administrator';
  }

  /** Whether that person may do that there; a creator may do everything. */
  may(chatId: number, userId: number, right: `can_${string}`): boolean {
    const { status, rights } = this.get(chatId, userId);
    return status === 'creator' || (status === 'administrator' && rights[right] === true);
  }
}

/** A membership in the Bot API's ChatMember shape. */
export function chatMember(user: User, { status, rights }: Membership): ChatMember {
  if (status === 'creator') return { user, status, is_anonymous: rights.is_anonymous === true };
  if (status === 'kicked') return { user, status, until_date: 0 };
  if (status !== 'administrator') return { user, status };
  const named = RIGHTS.map((right) => [right, rights[right] === true]);
  return {
    user,
    status,
    can_be_edited: false,
    is_anonymous: rights.is_anonymous === true,
    ...Object.fromEntries(named),
    can_manage_chat: true,
  };
}

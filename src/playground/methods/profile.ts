import * as z from 'zod';
import { knownChat } from '../access.ts';
import { badRequest } from '../errors.ts';
import * as parameter from '../parameters.ts';
import { profileChanged } from '../posting.ts';
import type { CommandScope, TextByLanguage } from '../profile.ts';
import { baseLanguage } from '../profile.ts';
import type { World } from '../world.ts';
import { botUser } from './contents.ts';
import type { Method } from './method.ts';
import { method } from './method.ts';

const MAX_COMMANDS = 100;
const MAX_COMMAND_DESCRIPTION = 256;

const getMe = method(z.object({}), ({ world }) => ({
  ...botUser(world),
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
}));

const scoped = {
  scope: parameter
    .json(
      z.looseObject({
        type: z.string(),
        chat_id: parameter.chatId.optional(),
        user_id: parameter.integer.optional(),
      }),
    )
    .optional(),
  language_code: parameter.text.default(''),
};

type GivenScope = { type: string; chat_id?: number | string | undefined; user_id?: number | undefined };

const WIDE_SCOPES = new Set(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']);
const CHAT_SCOPES = new Set(['chat', 'chat_administrators', 'chat_member']);

function readScope(world: World, given: GivenScope = { type: 'default' }): CommandScope {
  const { type, chat_id, user_id } = given;
  if (WIDE_SCOPES.has(type)) return { type };
  if (!CHAT_SCOPES.has(type)) throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  if (chat_id === undefined) throw badRequest(`can't parse BotCommandScope: Can't find field "chat_id"`);
  const { chat } = knownChat(world, chat_id);
  if (type !== 'chat_member') return { type, chatId: chat.id };
  if (user_id === undefined) throw badRequest(`can't parse BotCommandScope: Can't find field "user_id"`);
  return { type, chatId: chat.id, userId: user_id };
}

function readLanguage(code: string): string {
  if (code !== '' && !/^[a-z]{2}$/.test(code)) throw badRequest('invalid language code specified');
  return code;
}

const setMyCommands = method(
  z.object({
    ...scoped,
    commands: parameter.json(z.array(z.looseObject({ command: z.string(), description: z.string() }))),
  }),
  ({ world }, { commands, scope, language_code }) => {
    if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    const checked = commands.map((given) => {
      const command = given.command.replace(/^\//, '');
      const description = given.description.trim();
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
      if (description === '') throw badRequest('command description must be non-empty');
      if (description.length > MAX_COMMAND_DESCRIPTION) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
      return { command, description };
    });
    world.profile.setCommands(readScope(world, scope), readLanguage(language_code), checked);
    profileChanged(world);
    return true;
  },
);

const getMyCommands = method(z.object(scoped), ({ world }, { scope, language_code }) =>
  world.profile.commands(readScope(world, scope), readLanguage(language_code)),
);

const deleteMyCommands = method(z.object(scoped), ({ world }, { scope, language_code }) => {
  world.profile.deleteCommands(readScope(world, scope), readLanguage(language_code));
  profileChanged(world);
  return true;
});

type Described = 'name' | 'description' | 'short_description';

/** A setter and a getter of one text of the profile; `limit` is in UTF-16 units. */
function described(
  field: Described,
  limit: number,
  tooLong: string,
  texts: (world: World) => TextByLanguage,
) {
  const language_code = parameter.text.default('');
  const set = method(z.object({ [field]: parameter.text.default(''), language_code }), ({ world }, given) => {
    const value = String(given[field] ?? '').trim();
    if (value.length > limit) throw badRequest(tooLong);
    texts(world).set(readLanguage(String(given.language_code)), value);
    profileChanged(world);
    return true;
  });
  const get = method(z.object({ language_code }), ({ world }, given) => {
    const value = texts(world).for(baseLanguage(given.language_code));
    return { [field]: value || (field === 'name' ? world.bot.first_name : '') };
  });
  return { set, get };
}

const name = described('name', 64, 'the bot name is too long', (world) => world.profile.name);
const description = described(
  'description',
  512,
  'the bot description is too long',
  (world) => world.profile.description,
);
const shortDescription = described(
  'short_description',
  120,
  'the bot short description is too long',
  (world) => world.profile.shortDescription,
);

const setChatMenuButton = method(
  z.object({
    chat_id: parameter.integer.optional(),
    menu_button: parameter
      .json(z.looseObject({ type: z.enum(['commands', 'web_app', 'default']) }))
      .optional(),
  }),
  ({ world }, { chat_id, menu_button = { type: 'default' as const } }) => {
    const chatId = chat_id === undefined ? 'default' : knownChat(world, chat_id).chat.id;
    world.profile.menuButtons.set(chatId, menu_button);
    return true;
  },
);

const getChatMenuButton = method(
  z.object({ chat_id: parameter.integer.optional() }),
  ({ world }, { chat_id }) => {
    const { menuButtons } = world.profile;
    const own = chat_id === undefined ? undefined : menuButtons.get(knownChat(world, chat_id).chat.id);
    return own ?? menuButtons.get('default') ?? { type: 'commands' };
  },
);

const setMyDefaultAdministratorRights = method(
  z.object({
    rights: parameter.json(z.looseObject({})).optional(),
    for_channels: parameter.flag.default(false),
  }),
  ({ world }, { rights = {}, for_channels }) => {
    world.profile.administratorRights.set(for_channels ? 'channels' : 'groups', rights);
    return true;
  },
);

export const profile: Record<string, Method> = {
  getMe,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName: name.set,
  getMyName: name.get,
  setMyDescription: description.set,
  getMyDescription: description.get,
  setMyShortDescription: shortDescription.set,
  getMyShortDescription: shortDescription.get,
  setChatMenuButton,
  getChatMenuButton,
  setMyDefaultAdministratorRights,
};
